# At installation: copies the shared libraries that `executable` needs into `folder`, each under the
# name that it is asked for by. The C library stays the system's, which its kernel must suit.
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES "${executable}" RESOLVED_DEPENDENCIES_VAR libraries
     PRE_EXCLUDE_REGEXES "^ld-" "^lib(c|m|dl|rt|pthread)\\.so")
cmake_path(ABSOLUTE_PATH folder BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}")
set(folder "$ENV{DESTDIR}${folder}")
file(MAKE_DIRECTORY "${folder}")
foreach(library IN LISTS libraries)
  cmake_path(GET library FILENAME name)
  message(STATUS "Bundling: ${folder}/${name}")
  file(REAL_PATH "${library}" library)  # a wheel has no symbolic links
  file(COPY_FILE "${library}" "${folder}/${name}" ONLY_IF_DIFFERENT)
  list(APPEND CMAKE_INSTALL_MANIFEST_FILES "${folder}/${name}")
endforeach()
