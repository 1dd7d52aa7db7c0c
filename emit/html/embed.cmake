# Writes the page PAGE as the C++ source OUT: what comes before the graph, and what comes after it.
#
#   cmake -DPAGE=page.html -DOUT=page.cpp -P embed.cmake
file(READ ${PAGE} page)
set(mark "@GRAPH@")
string(FIND "${page}" "${mark}" at)
if(at LESS 0)
  message(FATAL_ERROR "${PAGE} has no ${mark}")
endif()
string(LENGTH "${mark}" length)
math(EXPR rest "${at} + ${length}")
string(SUBSTRING "${page}" 0 ${at} before)
string(SUBSTRING "${page}" ${rest} -1 after)
file(WRITE ${OUT} "#include \"emit/html/html.h\"

using namespace std::string_view_literals;

namespace nnscan {

namespace {
constexpr std::string_view kBefore = R\"nnscan(${before})nnscan\"sv;
constexpr std::string_view kAfter = R\"nnscan(${after})nnscan\"sv;
}  // namespace

Page embedded_page() { return {kBefore, kAfter}; }

}  // namespace nnscan
")
