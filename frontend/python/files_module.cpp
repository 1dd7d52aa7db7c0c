// `_files`: the file system as the analysed source may see it. It reads what lies below the roots,
// which are the folder of the source itself and those named with -I, and nothing else: not
// through links that lead out, and never to write.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "frontend/python/native_table.h"

namespace nnscan::py {

namespace fs = std::filesystem;

namespace {

// The path without links and dots; empty, after a diagnostic, if it is not below a root.
fs::path below_roots(Interp& in, const std::string& text) {
  std::error_code error;
  fs::path path = fs::weakly_canonical(fs::absolute(text, error), error);
  in.asked_paths.insert(path.string());
  for (const std::string& root : in.roots()) {
    fs::path top = fs::weakly_canonical(fs::absolute(root, error), error);
    auto [end, rest] = std::mismatch(top.begin(), top.end(), path.begin(), path.end());
    if (end == top.end() || (std::next(end) == top.end() && end->empty())) return path;
  }
  return {};
}

fs::path below_roots(Interp& in, const std::string& text, const char* what) {
  fs::path path = below_roots(in, text);
  if (path.empty())
    in.refuse(Code::kUnsupportedConstruct, std::string(what) + " `" + text + "`, which is not below the folder of the source",
              "name the folder that holds it with -I");
  return path;
}

Value poison_after_refusal(Interp& in) {
  return in.poison(Code::kUnsupportedConstruct, "a file outside of the source's folders", in.next_report() - 1);
}

[[noreturn]] void missing(Interp& in, const std::string& text) {
  Value exception = in.call(Value::of(in.types.file_not_found_error),
                            {Value::of(2), in.str("No such file or directory"), in.str(text)});
  in.raise_value(exception);
}

// What is at a path: "file", "folder" or "". Where the program will run is not known: what it looks for
// there by a relative path is held to be absent.
Value kind(Interp& in, const Args& a) {
  const std::string& text = text_of(in, a[0]);
  fs::path path = below_roots(in, text);
  if (path.empty() && !text.empty() && !fs::path(text).is_absolute()) {
    in.assume("there is no `" + text + "` in the folder in which the model is built");
    return in.str("");
  }
  if (path.empty()) path = below_roots(in, text, "the source asks for");
  if (path.empty()) return poison_after_refusal(in);
  std::error_code error;
  return in.str(fs::is_regular_file(path, error) ? "file" : fs::is_directory(path, error) ? "folder" : "");
}

Value read(Interp& in, const Args& a) {
  const std::string& text = text_of(in, a[0]);
  fs::path path = below_roots(in, text, "the source reads");
  if (path.empty()) return poison_after_refusal(in);
  std::error_code error;
  if (fs::is_directory(path, error))
    in.raise(in.types.os_error, "[Errno 21] Is a directory: " + in.repr(a[0]));
  if (!fs::is_regular_file(path, error)) missing(in, text);
  uint64_t most = in.session.options.limits.file_bytes;
  std::ifstream stream(path, std::ios::binary);
  std::string data(static_cast<size_t>(std::min<uint64_t>(fs::file_size(path, error), most + 1)), 0);
  if (error || !stream.read(data.data(), static_cast<std::streamsize>(data.size()))) missing(in, text);
  if (data.size() > most) return in.refuse(Code::kLimitSize, "the file `" + text + "` is larger than the limit for source files");
  in.files_read.push_back(path.string());
  return Value::of(in.make<BytesObj>(in.types.bytes, std::move(data)));
}

// Names in a folder, in order.
Value names(Interp& in, const Args& a) {
  const std::string& text = text_of(in, a[0]);
  fs::path path = below_roots(in, text, "the source lists");
  if (path.empty()) return poison_after_refusal(in);
  std::error_code error;
  if (!fs::is_directory(path, error)) missing(in, text);
  std::vector<std::string> found;
  for (auto it = fs::directory_iterator(path, error); !error && it != fs::directory_iterator(); it.increment(error)) {
    in.step();
    found.push_back(it->path().filename().string());
  }
  std::sort(found.begin(), found.end());
  std::vector<Value> out;
  for (std::string& name : found) out.push_back(in.str(std::move(name)));
  return in.list(std::move(out));
}

// An effect on the machine that no result of the model can depend on is left out, visibly.
Value left_out(Interp& in, const Args& a) {
  in.assume("left out: " + text_of(in, a[0]));
  return Value::none();
}

constexpr NativeRow kFilesRows[] = {
    {"kind", kind, 1, 1}, {"read", read, 1, 1}, {"names", names, 1, 1}, {"left_out", left_out, 1, 1}};

}  // namespace

void install_files(Interp& in) {
  in.native_modules["_files"] = [](Interp& interp, ModuleObj* module) { add_functions(interp, module->attrs, kFilesRows); };
}

}  // namespace nnscan::py
