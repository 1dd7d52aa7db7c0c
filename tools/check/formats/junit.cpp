// JUnit's XML, which every build server reads as test results: a suite for each file, a case for
// each entry. A refused entry has failed; one that nobody analysed by itself was skipped.
#include <pugixml.hpp>

#include <fmt/format.h>

#include <map>
#include <sstream>

#include "tools/check/formats/writers.h"

namespace nnscan::check {

namespace {

// XML 1.0 knows no other control characters than tab and line breaks, not even escaped, and pugixml
// checks neither that nor UTF-8.
std::string for_xml(std::string_view text) {
  constexpr const char* kReplacement = "\xef\xbf\xbd";
  std::string result;
  for (size_t i = 0; i < text.size();) {
    auto byte = [&](size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u; };
    unsigned first = byte(i);
    size_t length = first < 0x80 ? 1 : first >> 5 == 6 ? 2 : first >> 4 == 14 ? 3 : first >> 3 == 30 ? 4 : 0;
    uint32_t point = length == 1 ? first : first & (0x7fu >> length);
    bool good = length > 0;
    for (size_t k = 1; k < length; ++k) {
      good = good && byte(i + k) >> 6 == 2;
      point = point << 6 | (byte(i + k) & 0x3f);
    }
    constexpr uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    bool space = point == '\t' || point == '\n' || point == '\r';
    good = good && point >= kLeast[length] && point <= 0x10ffff && point >> 11 != 0x1b && (point >= 0x20 || space) &&
           point != 0xfffe && point != 0xffff;
    if (good) result += text.substr(i, length);
    else result += kReplacement;
    i += good ? length : 1;
  }
  return result;
}

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name) = for_xml(value).c_str();
}

struct Case {
  std::string file, name;
  double seconds = 0;
  std::string skipped;  // why
  bool failed = false;
  std::vector<const Finding*> findings;
};

bool is_error(const Finding* f) { return info(f->diagnostic.code).severity == Severity::kError; }

// By file; what belongs to no entry is a case of its own, named after the file.
std::map<std::string, std::vector<Case>> cases_of(const Report& report) {
  std::map<std::string, std::vector<const Finding*>> by_entry;
  std::map<std::string, std::vector<Case>> suites;
  std::map<std::string, bool> known;
  for (const Finding& f : report.findings)
    for (const std::string& key : f.entries) by_entry[key].push_back(&f);
  for (const Entry& e : report.entries) {
    std::string key = key_of(e, report);
    known[key] = true;
    const std::vector<const Finding*>& findings = by_entry[key];
    bool failed = std::any_of(findings.begin(), findings.end(), is_error);
    Case one{file_of(e.span, report.sources), e.name, e.seconds, "", failed, findings};
    if (e.verdict == Verdict::kRefused && !failed) one.skipped = "refused, for reasons that are not reported";
    if (e.verdict == Verdict::kPart || e.verdict == Verdict::kNotAnalysed)
      one.skipped = name_of(e.verdict) + (e.reason.empty() ? "" : ": " + e.reason);
    suites[one.file].push_back(std::move(one));
  }
  for (const auto& [key, findings] : by_entry) {
    if (known.count(key)) continue;
    std::string file = file_of(findings[0]->diagnostic.span, report.sources);
    if (file.empty()) file = key;
    suites[file].push_back({file, key, 0, "", std::any_of(findings.begin(), findings.end(), is_error), findings});
  }
  return suites;
}

std::string text_of(const Case& one, const Report& report) {
  std::string text;
  for (const Finding* f : one.findings) text += render(f->diagnostic, report.sources, false);
  return text;
}

void write_case(pugi::xml_node suite, const Case& one, const Report& report) {
  pugi::xml_node node = suite.append_child("testcase");
  set(node, "name", one.name);
  set(node, "classname", one.file);
  set(node, "file", one.file);
  node.append_attribute("time") = fmt::format("{:.3f}", one.seconds).c_str();
  std::string text = text_of(one, report);
  if (one.failed) {
    pugi::xml_node failure = node.append_child("failure");
    auto first = std::find_if(one.findings.begin(), one.findings.end(), is_error);
    set(failure, "type", first == one.findings.end() ? "refused" : info((*first)->diagnostic.code).id);
    set(failure, "message", first == one.findings.end() ? "refused" : (*first)->diagnostic.message);
    failure.text() = for_xml(text).c_str();
  } else if (!one.skipped.empty()) {
    set(node.append_child("skipped"), "message", one.skipped);
  } else if (!text.empty()) {
    node.append_child("system-out").text() = for_xml(text).c_str();
  }
}

struct Sums {
  size_t tests = 0, failures = 0, skipped = 0;
  double seconds = 0;
  void add(const Case& one) {
    ++tests;
    failures += one.failed;
    skipped += !one.failed && !one.skipped.empty();
    seconds += one.seconds;
  }
  void put(pugi::xml_node node) const {
    node.append_attribute("tests") = tests;
    node.append_attribute("failures") = failures;
    node.append_attribute("errors") = 0;
    node.append_attribute("skipped") = skipped;
    node.append_attribute("time") = fmt::format("{:.3f}", seconds).c_str();
  }
};

}  // namespace

std::string write_junit(const Report& report, const FormatOptions&) {
  auto suites = cases_of(report);
  Sums all;
  for (const auto& [file, cases] : suites)
    for (const Case& one : cases) all.add(one);
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "utf-8";
  pugi::xml_node root = document.append_child("testsuites");
  set(root, "name", "nnscan");
  all.put(root);
  for (const auto& [file, cases] : suites) {
    Sums sums;
    for (const Case& one : cases) sums.add(one);
    pugi::xml_node suite = root.append_child("testsuite");
    set(suite, "name", file);
    sums.put(suite);
    for (const Case& one : cases) write_case(suite, one, report);
  }
  std::ostringstream out;
  document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
  return out.str();
}

}  // namespace nnscan::check
