// `nnscan run FILE`: interprets a file and prints what its print() calls print. For testing the
// interpreter against CPython.
#include <cstdio>

#include "frontend/torch/tensor.h"
#include "ir/base/check.h"
#include "tools/extract.h"
#include "tools/report.h"

namespace nnscan {

int run_program(const std::string& file, const Options& options) {
  Session session(options);
  int status = 0;
  py::on_deep_stack([&] {
    py::Interp in(session);
    torch::install_torch(in);
    for (const std::string& folder : options.include) in.add_root(folder);
    in.collect_print = true;
    try {
      in.run_as_main(file);
    } catch (py::Raise& raised) {
      session.sink.report({Code::kPythonRaised, raised.span, "`" + in.describe_exception(raised.exception) + "`", "", raised.chain, {}});
    } catch (Stop&) {
    } catch (InternalError& error) {
      session.sink.report({Code::kInternal, {}, error.what(), "", {}, {}});
    }
    std::fwrite(in.print_output.data(), 1, in.print_output.size(), stdout);
    print_reports(session);
    status = leave(session.sink.has_errors() ? status_of(session) : 0);
  });
  return status;
}

}  // namespace nnscan
