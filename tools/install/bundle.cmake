# At installation: copies the shared libraries that `executable` needs into `folder`, each under the
# name that it is asked for by, and the terms that they and the headers come under into `licenses`,
# where Debian's packages have them. The C library stays the system's, which its kernel must suit.
foreach(place folder licenses)
  cmake_path(ABSOLUTE_PATH ${place} BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}")
  set(${place} "$ENV{DESTDIR}${${place}}")
  file(MAKE_DIRECTORY "${${place}}")
endforeach()

function(copy_to from to)
  message(STATUS "Bundling: ${to}")
  file(COPY_FILE "${from}" "${to}" ONLY_IF_DIFFERENT)
  set(CMAKE_INSTALL_MANIFEST_FILES ${CMAKE_INSTALL_MANIFEST_FILES} "${to}" PARENT_SCOPE)
endfunction()

file(GET_RUNTIME_DEPENDENCIES EXECUTABLES "${executable}" RESOLVED_DEPENDENCIES_VAR libraries
     PRE_EXCLUDE_REGEXES "^ld-" "^lib(c|m|dl|rt|pthread)\\.so")
set(packages libcli11-dev nlohmann-json3-dev)
find_program(DPKG_QUERY dpkg-query)
foreach(library IN LISTS libraries)
  cmake_path(GET library FILENAME name)
  file(REAL_PATH "${library}" library)  # a wheel has no symbolic links
  copy_to("${library}" "${folder}/${name}")
  if(DPKG_QUERY)
    cmake_path(GET library FILENAME name)
    execute_process(COMMAND ${DPKG_QUERY} --search "*/${name}" OUTPUT_VARIABLE owner ERROR_QUIET)
    if(owner MATCHES "^([^:]+):")
      list(APPEND packages ${CMAKE_MATCH_1})
    endif()
  endif()
endforeach()
foreach(package IN LISTS packages)
  if(EXISTS /usr/share/doc/${package}/copyright)
    copy_to(/usr/share/doc/${package}/copyright "${licenses}/${package}")
  endif()
endforeach()
