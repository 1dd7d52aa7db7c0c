#include "tools/lsp/render.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace nnscan::lsp {

namespace {

constexpr size_t kShownAlternatives = 4;
constexpr size_t kShownLines = 16;

void add(std::vector<std::string>& list, const std::string& text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

std::string either(std::vector<std::string> texts) {
  auto is_number = [](const std::string& text) {
    return text.find_first_not_of("0123456789") == std::string::npos;
  };
  if (std::all_of(texts.begin(), texts.end(), is_number))
    std::sort(texts.begin(), texts.end(), [](const std::string& a, const std::string& b) {
      return std::pair(a.size(), a) < std::pair(b.size(), b);
    });
  std::string out;
  for (size_t i = 0; i < std::min(texts.size(), kShownAlternatives); ++i)
    out += (i ? "|" : "") + texts[i];
  return texts.size() > kShownAlternatives ? out + "|…" : out;
}

}  // namespace

std::string union_text(const Json& contexts) {
  std::vector<std::string> texts, dtypes;
  std::vector<std::vector<std::string>> sizes;
  bool comparable = true;
  for (const Json& context : contexts) {
    add(texts, context["t"].get<std::string>());
    if (!context.contains("d")) {
      comparable = false;
      continue;
    }
    const Json& dims = context["d"][1];
    if (sizes.empty() && dtypes.empty()) sizes.resize(dims.size());
    comparable &= sizes.size() == dims.size();
    add(dtypes, context["d"][0].get<std::string>());
    for (size_t i = 0; comparable && i < sizes.size(); ++i)
      add(sizes[i], dims[i].get<std::string>());
  }
  if (texts.size() == 1) return texts[0];
  if (!comparable) {
    std::string out = texts.empty() ? "" : texts[0];
    for (size_t i = 1; i < std::min<size_t>(texts.size(), 2); ++i) out += " | " + texts[i];
    return texts.size() > 2 ? out + " | …" : out;
  }
  std::string out = either(dtypes) + "[";
  for (size_t i = 0; i < sizes.size(); ++i) out += (i ? ", " : "") + either(sizes[i]);
  return out + "]";
}

std::string callers_text(const Json& context, bool markdown, const CallName& name_of) {
  const std::string quote = markdown ? "`" : "";
  std::vector<std::string> places;
  size_t left_out = 0;
  auto place = [&](const std::string& text) {
    if (places.size() < kShownAlternatives)
      add(places, text);
    else
      ++left_out;
  };
  std::string modules;
  size_t count = 0;
  for (const Json& path : at(context, "m")) {
    if (path == "") continue;
    if (count++ == kShownAlternatives) break;
    modules += (modules.empty() ? "in " : ", ") + quote + path.get<std::string>() + quote;
  }
  if (!modules.empty()) place(modules + (count > kShownAlternatives ? ", …" : ""));
  for (const Json& caller : at(context, "v")) {
    std::string path = caller[0], text = path.empty() ? "" : "in " + quote + path + quote + " ";
    for (const Json& call : caller[1])
      text += (&call == &caller[1].front() ? "from " : " › ") + name_of(call);
    place(text);
  }
  std::string out;
  for (const std::string& text : places) out += (out.empty() ? "" : "; ") + text;
  return left_out ? out + "; …" : out;
}

std::string contexts_text(const Json& contexts, bool markdown, const CallName& name_of) {
  std::vector<std::string> texts, models;
  for (const Json& context : contexts) {
    add(texts, context["t"].get<std::string>());
    add(models, text_at(context, "of"));
  }
  if (texts.size() == 1) return texts[0];
  std::string out, quote = markdown ? "`" : "";
  size_t shown = 0;
  for (const std::string& text : texts) {
    if (shown++ == kShownLines)
      return out + (markdown ? "- " : "") + fmt::format("… {} more\n", texts.size() - kShownLines);
    Json all{{"m", Json::array()}, {"v", Json::array()}};
    std::vector<std::string> of;
    for (const Json& context : contexts) {
      if (context["t"] != text) continue;
      add(of, text_at(context, "of"));
      for (const char* list : {"m", "v"})
        for (const Json& caller : at(context, list))
          if (std::find(all[list].begin(), all[list].end(), caller) == all[list].end())
            all[list].push_back(caller);
    }
    out += (markdown ? "- " : "") + quote + text + quote;
    if (std::string callers = callers_text(all, markdown, name_of); !callers.empty())
      out += " " + callers;
    // Whose it is, where it is not all models'.
    for (size_t i = 0; of.size() < models.size() && i < std::min(of.size(), kShownAlternatives);
         ++i)
      out += (i ? ", " : ", of ") + quote + of[i] + quote;
    if (of.size() < models.size() && of.size() > kShownAlternatives) out += ", …";
    out += "\n";
  }
  return out;
}

std::string amount(double count) {
  constexpr std::pair<double, const char*> kUnits[] = {
      {1e12, " T"}, {1e9, " G"}, {1e6, " M"}, {1e3, " k"}};
  for (auto [size, unit] : kUnits)
    if (count >= size) {
      double part = count / size;
      return fmt::format("{:.{}f}{}", part, part < 10 ? 2 : part < 100 ? 1 : 0, unit);
    }
  return fmt::format("{:.0f}", count);
}

std::string parameters_text(const Json& counts) {
  if (!at(counts, "parameters").is_number()) return "";
  double count = counts["parameters"];
  return amount(count) + (count == 1 ? " parameter" : " parameters");
}

std::string multiply_adds_number(const Json& counts) {
  if (!at(counts, "multiply_adds").is_number()) return "";
  std::string text = amount(counts["multiply_adds"].get<double>());
  if (std::string per = text_at(counts, "per"); !per.empty()) text += "·" + per;
  return text;
}

std::string multiply_adds_text(const Json& counts) {
  std::string text = multiply_adds_number(counts);
  if (text.empty()) return "";
  if (at(counts, "at_most") == true) text = "at most " + text;
  text += " multiply-adds";
  if (std::string sizes = text_at(counts, "at"); !sizes.empty()) text += " at " + sizes;
  return text;
}

}  // namespace nnscan::lsp
