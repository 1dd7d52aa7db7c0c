#include "tools/lsp/results.h"

#include <algorithm>
#include <set>

#include "tools/check/wire.h"

namespace nnscan::lsp {

namespace {

bool is_span(const Json& json) {
  return json.is_array() && json.size() == 4 && json[0].is_string() && json[1].is_string() &&
         json[2].is_number_unsigned() && json[3].is_number_unsigned();
}

void move_span(Json& span, const Edit& edit) {
  Range range{span[2], span[3]};
  if (!shift(range, edit)) range = {edit.begin, edit.begin};
  span[2] = range.begin, span[3] = range.end;
}

bool move_place(Json& json, const Edit& edit) {
  Range range{json["b"], json["e"]};
  if (!shift(range, edit)) return false;
  json["b"] = range.begin, json["e"] = range.end;
  return true;
}

Range place_of(const Json& json) { return {json["b"], json["e"]}; }

// Whether both say the same of their place, wherever it is called from.
bool say_the_same(const Json& a, const Json& b) {
  auto what = [](const Json& json) {
    std::set<std::string> texts;
    for (const Json& context : json["c"])
      texts.insert(text_at(context, context.contains("t") ? "t" : "r"));
    return texts;
  };
  return what(a) == what(b);
}

}  // namespace

bool is_guess(const Json& message) {
  const Json& entry = at(message, "entry");
  return at(entry, "configured") != true && at(entry, "call") != at(entry, "name");
}

bool is_vain(const Json& message) {
  const std::string outcome = text_at(message, "outcome");
  return is_guess(message) && (outcome == "not built" || outcome == "no module");
}

bool shift_places(Json& json, const std::string& packed_path, const Edit& edit) {
  if (is_span(json)) {
    if (json[0] == packed_path) move_span(json, edit);
  } else if (json.is_structured()) {
    for (Json& item : json) shift_places(item, packed_path, edit);
  }
  return !json.is_object() || !json.contains("b") || move_place(json, edit);
}

Results::Results(std::string path) : path_(std::move(path)), packed_(check::packed(path_)) {}

void Results::edited(const Edit& edit) {
  auto moves = [&](Json& json) { return shift_places(json, packed_, edit); };
  moves(entries);
  moves(syntax);
  moves(unread);
  for (auto& [call, result] : results_) {
    for (auto list : {&Result::hints, &Result::calls})
      std::erase_if(result.*list, [&](Json& json) { return !moves(json); });
    moves(result.message);
  }
}

// What is inside of functions that a run never came to has no say in what it found.
void Results::touched(const std::optional<Range>& function) {
  for (auto& [call, result] : results_) {
    const Json& ran = at(result.message, "ran");
    auto is_it = [&](const Json& span) {
      return !is_span(span) || (span[0] == packed_ && span[2] == function->begin);
    };
    if (!result.stale)
      result.stale = !function || !ran.is_array() || std::any_of(ran.begin(), ran.end(), is_it);
  }
}

void Results::take(const std::string& call, Json message) {
  Result& result = results_[call];
  // Nothing is behind where the analysis ends: it came to the end, or there is no model any more.
  const std::string outcome = message.value("outcome", "");
  const bool whole = outcome == "graph" || outcome == "no module" || outcome == "no forward";
  const uint64_t before = std::exchange(result.taken, ++taken_);
  for (auto [key, list] :
       {std::pair{"hints", &Result::hints}, std::pair{"calls", &Result::calls}}) {
    std::vector<Json> fresh;
    if (message.contains(key)) {
      if (message[key].contains(path_)) fresh = message[key][path_].get<std::vector<Json>>();
      message.erase(key);
    }
    std::map<Range, size_t> known;
    for (size_t i = 0; i < fresh.size(); ++i) {
      fresh[i]["since"] = result.taken;
      known[place_of(fresh[i])] = i;
    }
    for (Json& json : result.*list) {
      auto same = known.find(place_of(json));
      if (same != known.end()) {
        if (say_the_same(json, fresh[same->second])) fresh[same->second]["since"] = json["since"];
      } else if (!whole) {
        // Behind what stops an analysis, the last one that came so far is what there is to show.
        if (!json.contains("old")) json["old"] = before;
        fresh.push_back(std::move(json));
      }
    }
    result.*list = std::move(fresh);
  }
  // So with what a class costs.
  if (!whole)
    for (const char* key : {"modules", "counts"})
      if (result.message.contains(key) && !message.contains(key))
        message[key] = result.message[key];
  result.seconds = seconds = message.value("seconds", 0.0);
  result.message = std::move(message);
  result.stale = false;
}

void Results::forget_but(const std::vector<std::string>& calls) {
  std::erase_if(results_, [&](const auto& item) {
    return std::find(calls.begin(), calls.end(), item.first) == calls.end();
  });
}

Result* Results::find(const std::string& call) {
  auto at = results_.find(call);
  return at == results_.end() ? nullptr : &at->second;
}

std::vector<Json> Results::merged(std::vector<Json> Result::* list) const {
  std::map<Range, Json> places;
  std::map<Range, uint64_t> fresh;  // and when what is said there changed last
  auto is_fresh = [](const Result& result, const Json& json) {
    return !result.stale && !json.contains("old");
  };
  for (const auto& [call, result] : results_)
    for (const Json& json : result.*list)
      if (is_fresh(result, json)) {
        uint64_t& since = fresh[place_of(json)];
        since = std::max(since, json["since"].get<uint64_t>());
      }
  for (const auto& [call, result] : results_) {
    for (const Json& json : result.*list) {
      Range place = place_of(json);
      if (auto newer = fresh.find(place); newer != fresh.end() && !is_fresh(result, json))
        if (newer->second > json.value("old", result.taken)) continue;
      Json& merged = places[place];
      if (merged.is_null()) {
        merged = json;
        for (Json& context : merged["c"]) context["of"] = call;
        continue;
      }
      for (Json context : json["c"]) {
        context["of"] = call;
        merged["c"].push_back(std::move(context));
      }
    }
  }
  std::vector<Json> all;
  for (auto& [place, json] : places) all.push_back(std::move(json));
  return all;
}

std::vector<Json> Results::hints() const { return merged(&Result::hints); }
std::vector<Json> Results::calls() const { return merged(&Result::calls); }

}  // namespace nnscan::lsp
