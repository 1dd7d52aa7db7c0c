#include "tools/check/trials.h"

#include <algorithm>
#include <cctype>

namespace nnscan::check {

namespace {

constexpr int kSupposedFacts = 3;   // a list's length, a rank, a size
constexpr int kMostTrials = 64;     // for one choice of parameters
constexpr int kMostGiven = 4;       // parameters that have defaults
constexpr size_t kMostChoices = 3;  // among them, at a time

const Json* first_diagnostic(const Json& result) {
  auto found = result.find("diagnostics");
  return found == result.end() || found->empty() ? nullptr : &found->front();
}

bool has_code(const Json& result, Code code) {
  auto found = result.find("diagnostics");
  return found != result.end() && std::any_of(found->begin(), found->end(), [&](const Json& d) {
           return d["code"] == static_cast<int>(code);
         });
}

bool is_refused(const Json& result) { return result["outcome"] == "refused"; }

// No knowledge of the inputs ends a loop that does not end.
bool is_endless(const Json& result) { return has_code(result, Code::kLimitSteps); }

// One failure is not another's for its place or its words.
bool is_same_failure(const Json& a, const Json& b) {
  const Json *one = first_diagnostic(a), *other = first_diagnostic(b);
  return one && other && (*one)["span"] == (*other)["span"] && (*one)["message"] == (*other)["message"];
}

bool asks_for_rank(const Json& result) {
  const Json* d = first_diagnostic(result);
  return d && (*d)["code"] == static_cast<int>(Code::kUnknownRank);
}

// What wrong ranks come to.
bool is_of_shapes(const Json& result) {
  const Json* d = first_diagnostic(result);
  return d && (*d)["code"] == static_cast<int>(Code::kShapeMismatch);
}

// Of failures under one supposition each, likely ones first, that of the likeliest where another one
// fails alike: whatever the rank is, it stays. Null where there is none.
const Json* failure_whatever(const std::vector<Json>& failures) {
  if (failures.empty() || asks_for_rank(failures[0]) || is_of_shapes(failures[0])) return nullptr;
  auto alike = [&](const Json& other) { return is_same_failure(failures[0], other); };
  return std::any_of(failures.begin() + 1, failures.end(), alike) ? &failures[0] : nullptr;
}

// The input of unknown rank that the first refusal names.
const torch::OpenInput* blamed(const Json& result, const std::vector<torch::OpenInput>& open) {
  const Json* d = first_diagnostic(result);
  if (!d || (*d)["code"] != static_cast<int>(Code::kUnknownRank)) return nullptr;
  const std::string message = (*d)["message"];
  for (const torch::OpenInput& input : open)
    if (input.rank < 0 && message.find("`" + input.path + "`") != std::string::npos) return &input;
  return nullptr;
}

bool names(const std::string& text, const std::string& word) {
  auto in_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
  for (size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    size_t end = at + word.size();
    if ((at == 0 || !in_word(text[at - 1])) && (end == text.size() || !in_word(text[end]))) return true;
  }
  return false;
}

// Which parameters to give beside those that are given: those that an exception names, else the next.
std::vector<std::string> choices(const Json& result) {
  auto kept = result.value("kept", std::vector<std::string>());
  const Json* d = first_diagnostic(result);
  bool raised = d && (*d)["code"] == static_cast<int>(Code::kPythonRaised);
  if (kept.empty() || (!raised && result.value("inputs", 1) != 0)) return {};
  std::vector<std::string> chosen;
  const std::string message = raised ? (*d)["message"].get<std::string>() : "";
  for (const std::string& name : kept)
    if (names(message, name)) chosen.push_back(name);
  bool of_none = names(message, "None") || names(message, "NoneType") || result.value("inputs", 1) == 0;
  for (const std::string& name : kept)
    if (of_none && std::find(chosen.begin(), chosen.end(), name) == chosen.end()) chosen.push_back(name);
  if (chosen.size() > kMostChoices) chosen.resize(kMostChoices);
  return chosen;
}

std::string joined(const std::set<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "`" : ", `") + name + "`";
  return text;
}

// Where something is None that forward goes on with: that may be a parameter which keeps its default.
void explain_defaults(Json& result) {
  const Json* d = first_diagnostic(result);
  auto kept = result.value("kept", std::vector<std::string>());
  if (!d || kept.empty() || (*d)["code"] != static_cast<int>(Code::kPythonRaised) || (*d)["hint"] != "") return;
  if (!names((*d)["message"], "NoneType") && !names((*d)["message"], "None")) return;
  std::string shown;
  for (size_t i = 0; i < kept.size() && i < kMostChoices; ++i) shown += (i ? ", `" : "`") + kept[i] + "`";
  if (kept.size() > kMostChoices) shown += " and others";
  result["diagnostics"][0]["hint"] = "`forward` is called without " + shown + ": if it needs that, declare it, as with --input '" +
                                     kept[0] + ":float32[?,?,?]'";
}

}  // namespace

Json Trials::result(const torch::AnalysisRequest& request) {
  State state = searched(request);
  give_more(state);
  if (state.ok()) state.result["supposed"] = supposed(state);
  else if (!state.request.given.empty()) state.result["given"] = joined(state.request.given);
  if (!state.ok()) explain_defaults(state.result);
  state.result["seed"] = {{"learnt", to_json(state.learnt)}, {"given", state.request.given},
                          {"supposed", state.result.value("supposed", "")}, {"refused", !state.ok()}};
  return std::move(state.result);
}

Trials::State Trials::tried(const torch::AnalysisRequest& request, const torch::Learnt& learnt) {
  --left_;
  State state{request, learnt, {}, false};
  state.result = run_(state.request, state.learnt);
  for (torch::OpenInput& input : open_from(state.result.value("open", Json::array()))) {
    auto is_known = [&](const torch::OpenInput& known) { return known.path == input.path; };
    if (std::none_of(seen_.begin(), seen_.end(), is_known)) seen_.push_back(std::move(input));
  }
  return state;
}

Trials::State Trials::searched(const torch::AnalysisRequest& request) {
  left_ = kMostTrials;
  State state = tried(request, {});
  if (state.ok()) look_for_ranks(state);
  else if (!doubt_rank(state)) suppose(state, kSupposedFacts);
  return state;
}

// Where the rank of an input decides on a path and nothing says it, both are analysed, and what one of
// them taught of that rank is no more than a guess: `x.permute(0, 2, 1, 3, 4)` behind `if x.ndim != 4`.
bool Trials::doubt_rank(State& state) {
  if (!asks_for_rank(state.result)) return false;
  const std::string message = (*first_diagnostic(state.result))["message"];
  for (const auto& [path, rank] : state.learnt.ranks) {
    if (message.find("`" + path + "`") == std::string::npos) continue;
    auto dtype = state.learnt.dtypes.find(path);
    torch::OpenInput input{path, dtype == state.learnt.dtypes.end() ? DType::kFloat32 : dtype->second, -1, {}, false};
    for (const torch::Learnt& supposed : ranks_of({}, input)) {
      if (left_ <= 0) return false;
      State other = tried(state.request, supposed);
      if (!other.ok() && !suppose(other, kSupposedFacts - 1)) continue;
      other.supposes = true;
      state = std::move(other);
      return true;
    }
    return false;
  }
  return false;
}

// A refusal may be for want of declared inputs: looks for a supposition that lifts it.
bool Trials::suppose(State& state, int facts) {
  if (facts == 0 || !is_refused(state.result) || !state.result.contains("open") || is_endless(state.result))
    return false;
  std::vector<torch::OpenInput> open = open_from(state.result["open"]);
  std::vector<Json> failures;
  for (const torch::Learnt& supposed : suppositions(state.learnt, open, named_)) {
    if (left_ <= 0) return false;
    State other = tried(state.request, supposed);
    if (!other.ok() && !suppose(other, facts - 1)) {
      failures.push_back(std::move(other.result));
      continue;
    }
    state = std::move(other);
    state.supposes = true;
    return true;
  }
  if (suppose_one_by_one(state)) return true;
  if (!asks_for_rank(state.result)) return false;
  if (const Json* reason = failure_whatever(failures)) state.result = *reason;
  return false;
}

// Inputs of different ranks: that of the input which a refusal names, and so on while that leads
// further.
bool Trials::suppose_one_by_one(State& state) {
  std::vector<torch::OpenInput> open = open_from(state.result.value("open", Json::array()));
  const torch::OpenInput* input = is_refused(state.result) ? blamed(state.result, open) : nullptr;
  if (!input) return false;
  for (const torch::Learnt& supposed : ranks_of(state.learnt, *input)) {
    if (left_ <= 0) return false;
    State other = tried(state.request, supposed);
    bool further = !other.ok() && !is_same_failure(other.result, state.result);
    if (!other.ok() && !(further && suppose_one_by_one(other))) continue;
    state = std::move(other);
    state.supposes = true;
    return true;
  }
  return false;
}

// A graph for inputs of any rank may be one that fails with each: sizes are followed only where ranks
// are known. If there is a rank that works, nothing is said of it.
void Trials::look_for_ranks(State& state) {
  std::vector<torch::OpenInput> open = open_from(state.result.value("open", Json::array()));
  if (std::all_of(open.begin(), open.end(), [](const torch::OpenInput& input) { return input.rank >= 0; })) return;
  Json failed;
  for (const torch::Learnt& supposed : suppositions(state.learnt, open, {})) {
    State other = tried(state.request, supposed);
    if (other.ok()) return;
    if (failed.is_null() && other.result.contains("diagnostics")) failed = std::move(other.result);
  }
  if (!failed.is_null()) state.result = std::move(failed);
}

// Where parameters have defaults, a call without them may be none that anybody makes.
void Trials::give_more(State& state) {
  for (int given = 0; given < kMostGiven && is_refused(state.result) && !is_endless(state.result); ++given) {
    bool further = false;
    for (const std::string& name : choices(state.result)) {
      torch::AnalysisRequest request = state.request;
      request.given.insert(name);
      State other = searched(request);
      further = other.ok() || !is_same_failure(other.result, state.result);
      if (further) state = std::move(other);
      if (further) break;
    }
    if (!further) return;
  }
}

// The words of the assumption.
std::string Trials::supposed(const State& state) const {
  std::string given = joined(state.request.given);
  if (!given.empty()) given = "`forward` is given " + given;
  if (!state.supposes) return given;
  return given + (given.empty() ? "" : ", and ") + described(seen_, state.learnt);
}

}  // namespace nnscan::check
