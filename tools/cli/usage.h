// What is wrong with a command line, in words that lead on: which option or command was meant.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class ParseError;
}

namespace nnscan::cli {

struct UsageProblem {
  std::string message, hint;
};

// `app` has just failed to parse a command line in this way.
UsageProblem usage_problem(const CLI::App& app, const CLI::ParseError& error);

}  // namespace nnscan::cli
