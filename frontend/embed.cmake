# Writes FILES of FOLDER as one C++ source: a table of paths and raw string literals, sorted.
set(text "#include \"frontend/python/prelude.h\"\n\nnamespace nnscan {\nnamespace {\nconstexpr PreludeFile kFiles[] = {\n")
foreach(file IN LISTS FILES)
  file(READ ${FOLDER}/${file} body)
  string(APPEND text "    {\"${file}\", R\"__py__(${body})__py__\"},\n")
endforeach()
string(APPEND text "};\n}  // namespace\n\nstd::span<const PreludeFile> embedded_prelude() { return kFiles; }\n\n}  // namespace nnscan\n")
file(WRITE ${OUT} "${text}")
