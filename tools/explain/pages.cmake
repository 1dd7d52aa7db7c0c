# Writes the pages of FOLDER as the C++ source OUT, each with its code.
#
#   cmake -DFOLDER=docs/diagnostics -DOUT=pages.cpp -P pages.cmake
file(GLOB pages ${FOLDER}/NN*.md)
list(SORT pages)
set(rows "")
foreach(page IN LISTS pages)
  get_filename_component(code ${page} NAME_WE)
  file(READ ${page} text)
  string(APPEND rows "    {\"${code}\", R\"page(${text})page\"},\n")
endforeach()
file(WRITE ${OUT} "#include \"tools/explain/explain.h\"

namespace nnscan {

namespace {
constexpr Page kPages[] = {
${rows}};
}  // namespace

std::span<const Page> pages() { return kPages; }

}  // namespace nnscan
")
