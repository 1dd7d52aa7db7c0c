#include "tools/check/cache.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "emit/output.h"
#include "tools/check/imports.h"

namespace nnscan::check {

namespace fs = std::filesystem;

namespace {

constexpr int kLayout = 1;  // of the file

uint64_t hash_of(std::string_view text) { return std::hash<std::string_view>{}(text); }

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// Another for another executable.
std::string tool_id() {
  struct stat about {};
  if (stat("/proc/self/exe", &about) != 0) return "";
  return fmt::format("{} {} {}", about.st_size, about.st_mtim.tv_sec, about.st_mtim.tv_nsec);
}

// Whatever besides sources decides what an analysis says, and how messages name files.
std::string key_of(const WorkOptions& options) {
  std::error_code error;
  const Options& a = options.analysis;
  const Limits& l = a.limits;
  std::string key = fmt::format("{} {} {} {} {} {} {}", kLayout, tool_id(), a.opset, a.target, a.as_export, a.train,
                                options.seconds);
  key += fmt::format(" {} {} {} {} {} {} {} {} {}", l.steps, l.unrolled, l.depth, l.heap_bytes, l.list_items,
                     l.string_bytes, l.elements, l.nodes, l.file_bytes);
  for (const std::string& folder : a.include) key += "\n-I " + fs::absolute(folder, error).string();
  key += "\n" + environment("VIRTUAL_ENV") + "\n" + fs::current_path(error).string();
  return key;
}

// By which its results are found again.
std::string name_of(const Job& job) {
  Json wanted = Json::array();
  for (const Wanted& w : job.wanted) {
    Json inputs = Json::array(), sets = Json::array();
    for (const InputSpec& input : w.inputs) {
      Json dims;
      if (input.dims)
        for (const DeclaredDim& dim : *input.dims) dims.push_back({static_cast<int>(dim.kind), dim.size, dim.name});
      inputs.push_back({input.path, static_cast<int>(input.dtype), input.dims.has_value(), dims});
    }
    for (const SetSpec& set : w.sets) sets.push_back({set.path, set.literal});
    wanted.push_back({w.name, w.call, w.configured, inputs, sets});
  }
  return line_of({job.file.path, job.file.root, job.find_entries, wanted});
}

std::string text_of_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

// The outermost package that the file is in, or the file.
std::string package_of(const std::string& path) {
  std::error_code error;
  fs::path found = path;
  for (fs::path folder = found.parent_path(); fs::is_regular_file(folder / "__init__.py", error); folder = folder.parent_path())
    found = folder;
  return found.string();
}

// Other options, working directories and versions have files of their own; nobody asks for old ones.
void remove_unused(const std::string& folder) {
  constexpr std::chrono::hours kKept{24 * 30};
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    std::string name = entry.path().filename().string();
    if (!name.starts_with("check-") || !name.ends_with(".cbor")) continue;
    auto written = fs::last_write_time(entry.path(), error);
    if (!error && fs::file_time_type::clock::now() - written > kKept) fs::remove(entry.path(), error);
  }
}

// Whether it may import what no import statement of it names.
bool imports_by_name(const std::string& text) {
  return text.find("import_module") != std::string::npos || text.find("__import__") != std::string::npos;
}

// Of a file's contents or a folder's listing.
uint64_t hash_of_anything(const std::string& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return fs::is_regular_file(path, error) ? hash_of(text_of_file(path)) : 0;
  std::set<std::string> names;
  for (auto it = fs::directory_iterator(path, error); !error && it != fs::directory_iterator(); it.increment(error))
    names.insert(it->path().filename().string());
  std::string listing;
  for (const std::string& name : names) listing += name + "/";
  return hash_of(listing);
}

// The time of the last change, in the clock of the file system.
int64_t changed_at(const std::string& path) {
  struct stat about {};
  if (stat(path.c_str(), &about) != 0) return 0;
  return int64_t{about.st_mtim.tv_sec} * 1'000'000'000 + about.st_mtim.tv_nsec;
}

}  // namespace

CachePlace cache_place(const std::string& asked) {
  std::error_code error;
  fs::path folder = asked;
  if (asked.empty()) {
    std::string base = environment("XDG_CACHE_HOME"), home = environment("HOME");
    if (base.empty() && !home.empty()) base = home + "/.cache";
    if (base.empty() || !fs::path(base).is_absolute()) return {};
    folder = fs::path(base) / "nnscan";
  }
  fs::create_directories(folder, error);
  if (fs::is_directory(folder, error)) return {folder.string(), ""};
  return {"", asked.empty() ? "" : "cannot keep a cache in `" + asked + "`"};
}

Cache::Cache(std::string folder, const WorkOptions& options, const std::vector<std::string>& files)
    : folder_(std::move(folder)), key_(key_of(options)), files_(files) {
  if (folder_.empty()) return;
  file_ = fmt::format("{}/check-{:016x}.cbor", folder_, hash_of(key_));
  began_ = std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  for (const std::string& include : options.analysis.include) roots_.insert(include);
  Hashes before;
  try {
    Json kept = Json::from_cbor(text_of_file(file_));
    if (kept.at("key") == key_) {
      packages_ = kept.at("packages");
      missing_ = kept.at("missing");
      before = kept.at("sources").get<Hashes>();
      for (const std::string& root : kept.at("roots")) roots_.insert(root);
      results_ = kept.at("results").get<std::map<std::string, Json>>();
      asked_ = kept.at("asked").get<Hashes>();
    }
  } catch (const Json::exception&) {
    results_.clear();  // none yet, or cut off
  }
  hashes_ = hash_sources(before);
  drop_outdated(before);
}

// Of everything that answers may depend on, as it is now: what is checked, what was read, and all that
// lies beside that.
Cache::Hashes Cache::hash_sources(const Hashes& before) const {
  Hashes hashes;
  std::error_code error;
  auto add = [&](const std::string& path) {
    if (!hashes.count(path)) hashes[path] = hash_of(text_of_file(path));
  };
  for (const std::string& path : files_) add(path);
  for (const auto& [path, hash] : before)
    if (fs::is_regular_file(path, error)) add(path);
  for (const std::string& package : packages_) {
    if (!fs::is_directory(package, error)) {
      if (fs::is_regular_file(package, error)) add(package);
      continue;
    }
    for (auto it = fs::recursive_directory_iterator(package, fs::directory_options::skip_permission_denied, error);
         !error && it != fs::recursive_directory_iterator(); it.increment(error))
      if (it->path().extension() == ".py" && it->is_regular_file(error)) add(it->path().string());
  }
  return hashes;
}

void Cache::drop_outdated(const Hashes& before) {
  for (const auto& [path, hash] : asked_)
    if (hash_of_anything(path) != hash) {
      results_.clear();
      asked_.clear();
      break;
    }
  std::set<std::string> changed;
  for (const auto& [path, hash] : before)
    if (auto now = hashes_.find(path); now == hashes_.end() || now->second != hash) changed.insert(path);
  for (const auto& [path, hash] : hashes_)
    if (!before.count(path)) changed.insert(path);
  for (const std::string& name : missing_)
    if (std::string there = found_now(name); !there.empty()) changed.insert(there);
  if (changed.empty()) return;
  std::vector<std::string> all;
  for (const auto& [path, hash] : hashes_) {
    all.push_back(path);
    if (imports_by_name(text_of_file(path))) changed.insert(path);
  }
  std::set<std::string> outdated = importers_of(changed, all);
  outdated.insert(changed.begin(), changed.end());
  std::erase_if(results_, [&](const auto& result) { return outdated.count(Json::parse(result.first)[0].template get<std::string>()); });
}

// The file that `import name` would read, or nothing.
std::string Cache::found_now(const std::string& name) const {
  std::error_code error;
  for (const std::string& root : roots_) {
    if (fs::exists(root + "/" + name + ".py", error)) return root + "/" + name + ".py";
    if (fs::is_directory(root + "/" + name, error)) return root + "/" + name + "/__init__.py";
  }
  return "";
}

std::optional<std::vector<Json>> Cache::known(const Job& job) const {
  auto found = results_.find(name_of(job));
  if (found == results_.end()) return std::nullopt;
  return found->second.get<std::vector<Json>>();
}

void Cache::begins(const std::vector<Job>& jobs) {
  running_.clear();
  for (const Job& job : jobs) {
    running_[job.file.path].job = name_of(job);
    roots_.insert(job.file.root);
  }
}

void Cache::note(const Json& message) {
  if (file_.empty()) return;
  auto at = running_.find(message["file"]);
  if (at == running_.end()) return;
  Running& running = at->second;
  if (message.contains("sources")) {
    for (const std::string& path : message["sources"]) packages_.insert(package_of(path));
    // A package of which only a module was looked for in vain is among the sources.
    for (const std::string& name : message["missing"])
      if (found_now(name).empty()) missing_.insert(name);
    running.whole = true;
    for (const std::string& path : message["asked"]) asked_[path] = hash_of_anything(path);
    return;
  }
  running.kept &= !message.contains("died") && !message.value("broken", false);
  running.messages.push_back(message);
}

void Cache::ends() {
  for (auto& [file, running] : running_)
    if (running.whole && running.kept) results_[running.job] = std::move(running.messages);
  running_.clear();
}

void Cache::save() {
  if (file_.empty()) return;
  Hashes now = hash_sources(hashes_);
  // What was changed meanwhile may have been read before or after.
  for (const auto& [path, hash] : now)
    if (auto then = hashes_.find(path); then == hashes_.end() ? changed_at(path) >= began_ : then->second != hash) return;
  Json kept{{"key", key_}, {"packages", packages_}, {"missing", missing_}, {"roots", roots_}, {"asked", asked_}, {"sources", now}, {"results", results_}};
  std::vector<uint8_t> bytes = Json::to_cbor(kept);
  OutputFile out;
  if (!out.open(file_).empty()) return;
  out.write(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  out.commit();
  remove_unused(folder_);
}

}  // namespace nnscan::check
