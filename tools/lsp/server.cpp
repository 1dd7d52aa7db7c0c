#include "tools/lsp/server.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tools/check/isolate.h"
#include "tools/check/wire.h"
#include "tools/lsp/uri.h"

namespace nnscan::lsp {

namespace {

// What goes wrong with one result is said, and is not the end of the others.
void guarded(Server& server, const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception& error) {
    server.log(1, error.what());
  }
}

}  // namespace

Server::~Server() {
  for (auto& [uri, file] : files_) file->analyst.end(*this);
  workers.stop();
}

int Server::run() {
  while (life != Life::kOver) {
    std::vector<pollfd> ready{{in_, POLLIN, 0}};
    std::vector<std::pair<std::string, int>> owners;
    for (auto& [uri, file] : files_)
      for (auto [fd, is_job] : file->analyst.fds()) {
        ready.push_back({fd, POLLIN, 0});
        owners.push_back({uri, fd});
      }
    if (workers.catalogue_fd() >= 0) ready.push_back({workers.catalogue_fd(), POLLIN, 0});
    if (poll(ready.data(), ready.size(), patience()) < 0 && errno != EINTR) return 1;
    if (ready[0].revents && !read_input()) return life == Life::kShutDown ? 0 : 1;
    if (life == Life::kOver) break;
    for (size_t i = 0; i < owners.size(); ++i) {
      if (!ready[i + 1].revents) continue;
      auto at = files_.find(owners[i].first);
      if (at == files_.end()) continue;
      guarded(*this, [&] { at->second->analyst.readable(*this, *at->second, owners[i].second); });
    }
    if (ready.size() > owners.size() + 1 && ready.back().revents && workers.read_catalogue())
      answer_waiting("");
    for (auto& [uri, file] : files_) guarded(*this, [&] { file->analyst.tick(*this, *file); });
    // Requests that have waited long enough get what there is.
    for (size_t n = waiting_.size(); n-- > 0 && !waiting_.empty();) {
      Waiting w = std::move(waiting_.front());
      waiting_.pop_front();
      if (Clock::now() < w.until) {
        waiting_.push_back(std::move(w));
        continue;
      }
      late_ = at(w.request, "id");
      dispatch(w.request);
      late_ = nullptr;
    }
  }
  return exit_status_;
}

// Milliseconds until something is due.
int Server::patience() const {
  std::optional<Clock::time_point> next;
  auto sooner = [&](Clock::time_point at) { next = next ? std::min(*next, at) : at; };
  for (const auto& [uri, file] : files_)
    if (auto due = file->analyst.due()) sooner(*due);
  for (const Waiting& w : waiting_) sooner(w.until);
  if (!next) return -1;
  auto left = std::chrono::ceil<std::chrono::milliseconds>(*next - Clock::now()).count();
  return static_cast<int>(std::clamp<int64_t>(left, 0, 60'000));
}

bool Server::read_input() {
  char part[65536];
  ssize_t got = read(in_, part, sizeof part);
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  if (got == 0) return false;
  framing_.feed({part, static_cast<size_t>(got)});
  while (life != Life::kOver) {
    std::optional<Framing::Message> message = framing_.next();
    if (!message) break;
    if (message->good)
      take(message->text);
    else
      fail(nullptr, Error::kParse, message->text);
  }
  return true;
}

void Server::take(const std::string& text) {
  std::optional<Json> message = parse_json(text);
  if (!message) return fail(nullptr, Error::kParse, "this is no JSON");
  // JSON-RPC knows batches, and the protocol does not; they are understood all the same.
  if (message->is_array() && !message->empty()) {
    for (const Json& one : *message) dispatch(one);
    return;
  }
  dispatch(*message);
}

void Server::dispatch(const Json& message) {
  if (!message.is_object()) return fail(nullptr, Error::kInvalidRequest, "a message is an object");
  const bool has_id = message.contains("id");
  const Json id = has_id ? message["id"] : Json();
  if (!message.contains("method")) return has_id ? take_answer(message) : void();
  if (!message["method"].is_string() ||
      (has_id && !id.is_string() && !id.is_number() && !id.is_null()))
    return fail(nullptr, Error::kInvalidRequest,
                "a method is named by a string, a request by a string or a number");
  const std::string name = message["method"];
  if (life == Life::kNew && name != "initialize" && name != "exit")
    return has_id ? fail(id, Error::kNotInitialized, "`initialize` comes first") : void();
  if (life == Life::kShutDown && name != "exit")
    return has_id ? fail(id, Error::kInvalidRequest, "the server was shut down") : void();
  const Method* method = find_method(name);
  if (!method || (method->is_request && !has_id)) {
    if (has_id) fail(id, Error::kMethodNotFound, "there is no `" + name + "`");
    return;
  }
  try {
    method->handle(*this, message);
    if (!method->is_request && has_id) reply(id, nullptr);
  } catch (const Failure& failure) {
    if (has_id)
      fail(id, failure.code, failure.message);
    else
      log(2, name + ": " + failure.message);
  } catch (const Json::exception& error) {
    if (has_id)
      fail(id, Error::kInvalidParams, name + ": " + error.what());
    else
      log(2, name + ": " + error.what());
  } catch (const std::exception& error) {
    if (has_id)
      fail(id, Error::kInternal, error.what());
    else
      log(1, name + ": " + error.what());
  }
}

// ---- messages to the client

void Server::write(const Json& message) {
  if (!check::write_all(out_, framed(text_of(message)))) life = Life::kOver;
}

void Server::reply(const Json& id, Json result) {
  write({{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}});
}

void Server::fail(const Json& id, Error code, const std::string& message) {
  write({{"jsonrpc", "2.0"},
         {"id", id},
         {"error", {{"code", static_cast<int>(code)}, {"message", message}}}});
}

void Server::notify(const std::string& method, Json params) {
  write({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
}

void Server::ask(const std::string& method, Json params,
                 std::function<void(const Json&)> on_result) {
  Json id = "nnscan-" + std::to_string(next_id_++);
  asked_[id.get<std::string>()] = std::move(on_result);
  write({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}});
}

void Server::take_answer(const Json& message) {
  if (!message["id"].is_string()) return;
  auto asked = asked_.find(message["id"].get<std::string>());
  if (asked == asked_.end()) return;
  std::function<void(const Json&)> on_result = std::move(asked->second);
  asked_.erase(asked);
  if (!on_result || !message.contains("result")) return;
  try {
    on_result(message["result"]);
  } catch (const std::exception& error) {
    log(2, error.what());
  }
}

void Server::log(int type, const std::string& message) {
  if (life != Life::kNew) notify("window/logMessage", {{"type", type}, {"message", message}});
}

// ---- documents

OpenFile* Server::file(const std::string& uri) {
  auto at = files_.find(uri);
  return at == files_.end() ? nullptr : at->second.get();
}

OpenFile* Server::file_at(const std::string& path) {
  for (auto& [uri, file] : files_)
    if (file->document.path == path) return file.get();
  return nullptr;
}

OpenFile& Server::wanted_file(const Json& params) {
  const Json& uri = at(params, "textDocument", "uri");
  if (!uri.is_string()) throw Failure{Error::kInvalidParams, "textDocument.uri is wanted"};
  OpenFile* found = file(uri);
  if (!found) throw Failure{Error::kInvalidParams, uri.get<std::string>() + " is not open"};
  return *found;
}

std::string Server::folder_of(const std::string& path) const {
  std::string best;
  for (const std::string& folder : client.folders)
    if (path.starts_with(folder == "/" ? folder : folder + "/") && folder.size() > best.size())
      best = folder;
  return best.empty() ? std::filesystem::path(path).parent_path().string() : best;
}

Json Server::range(const OpenFile& file, Range range) const {
  return file.document.lines().range(file.document.text(), range, client.encoding);
}

Json Server::location(const Json& span) {
  if (!span.is_array() || span.size() != 4) return nullptr;
  std::string path = check::unpacked(span[0]);
  Range bytes{span[2], span[3]};
  if (OpenFile* open = file_at(path))
    return {{"uri", open->document.uri}, {"range", range(*open, bytes)}};
  std::stringstream text;
  std::ifstream in(path, std::ios::binary);
  if (path.empty() || !in) return nullptr;
  text << in.rdbuf();
  std::string source = text.str();
  return {{"uri", uri_of(path)}, {"range", Lines(source).range(source, bytes, client.encoding)}};
}

std::string Server::call_name(const OpenFile& file, const Json& span) {
  constexpr size_t kShownText = 40;
  Json place = location(span);
  if (place.is_null()) return "elsewhere";
  std::string line = std::to_string(place["range"]["start"]["line"].get<int>() + 1);
  const Document& document = file.document;
  if (place["uri"] != document.uri) return span[1].get<std::string>() + ":" + line;
  Range range{span[2], span[3]};
  std::string text = document.text().substr(range.begin, range.end - range.begin);
  if (text.empty() || text.size() > kShownText || text.find_first_of("\n`") != std::string::npos)
    return "line " + line;
  return "line " + line + (client.markdown ? " `" + text + "`" : " " + text);
}

Json Server::unsaved(const OpenFile& of) const {
  Json texts = Json::object();
  for (const auto& [uri, file] : files_)
    if (file->differs || file.get() == &of) texts[file->document.path] = file->document.text();
  return texts;
}

// ---- requests that wait

void Server::wait(const Json& request, const std::string& uri, int milliseconds) {
  waiting_.push_back({request, uri, Clock::now() + std::chrono::milliseconds(milliseconds)});
}

void Server::answer_waiting(const std::string& uri) {
  std::vector<Json> ready;
  std::erase_if(waiting_, [&](Waiting& w) {
    if (!uri.empty() && w.uri != uri) return false;
    ready.push_back(std::move(w.request));
    return true;
  });
  for (const Json& request : ready) dispatch(request);
}

void Server::cancel(const Json& id) {
  for (auto w = waiting_.begin(); w != waiting_.end(); ++w)
    if (at(w->request, "id") == id) {
      waiting_.erase(w);
      return fail(id, Error::kCancelled, "cancelled");
    }
  for (auto& [uri, file] : files_) file->analyst.cancel(*this, id);
}

// ---- what changes

void Server::changed(OpenFile& file, const Edit& edit) {
  file.analyst.edited(*this, file, edit);
  for (auto& [uri, other] : files_)
    if (other.get() != &file) other->analyst.imports_changed(*this, *other, file.document.path);
}

void Server::saved_or_changed_on_disk(const std::string& path) {
  for (auto& [uri, file] : files_) {
    const bool settings = path.ends_with("/pyproject.toml") &&
                          file->document.path.starts_with(path.substr(0, path.rfind('/') + 1));
    if (settings)
      file->analyst.settings_changed(*this, *file);
    else if (file->document.path != path)
      file->analyst.imports_changed(*this, *file, path);
  }
}

void Server::settings_changed() {
  for (auto& [uri, file] : files_) file->analyst.settings_changed(*this, *file);
}

void Server::shown(OpenFile& file, bool whole) {
  const std::string uri = file.document.uri;
  if (!client.pulls) publish_diagnostics(*this, file);
  Json done = Json::array();
  for (const auto& [call, result] : file.results.all()) {
    if (result.stale || is_vain(result.message)) continue;
    done.push_back({{"entry", call}, {"verdict", verdict_of(result)}});
  }
  notify("nnscan/analysed", {{"uri", uri},
                             {"version", file.document.version},
                             {"whole", whole},
                             {"seconds", file.results.seconds},
                             {"entries", done}});
  if (client.hint_refresh && settings.hints) ask("workspace/inlayHint/refresh", nullptr);
  if (client.lens_refresh && settings.lenses) ask("workspace/codeLens/refresh", nullptr);
  if (client.diagnostic_refresh && client.pulls) ask("workspace/diagnostic/refresh", nullptr);
  answer_waiting(uri);
}

std::string verdict_of(const Result& result) {
  std::string outcome = result.message.value("outcome", "");
  if (outcome == "refused") return "refused";
  if (outcome != "graph") return "not analysed";
  return at(result.message, "assumptions").empty() ? "exact" : "exact under assumptions";
}

}  // namespace nnscan::lsp
