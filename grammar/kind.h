// The kinds of nodes, tokens and fields of the Python grammar that readers of the concrete tree
// tell apart. They are ours: the grammar's own numbers change with every release of it and stay
// behind the wrapper, which finds them by name when a parser is made.
#pragma once

#include <cstdint>
#include <string_view>

namespace nnscan::grammar {

enum class Kind : uint16_t {
  kOther,  // a token that only punctuates, or a node that nobody asks for
  kError,  // a stretch that the grammar could not read

  // Nodes.
  kModule, kImportStatement, kImportPrefix, kRelativeImport, kFutureImportStatement,
  kImportFromStatement, kAliasedImport, kWildcardImport, kPrintStatement, kChevron,
  kAssertStatement, kExpressionStatement, kNamedExpression, kReturnStatement, kDeleteStatement,
  kRaiseStatement, kPassStatement, kBreakStatement, kContinueStatement, kIfStatement,
  kElifClause, kElseClause, kMatchStatement, kCaseClause, kForStatement, kWhileStatement,
  kTryStatement, kExceptClause, kFinallyClause, kWithStatement, kWithClause, kWithItem,
  kFunctionDefinition, kParameters, kLambdaParameters, kListSplat, kDictionarySplat,
  kGlobalStatement, kNonlocalStatement, kExecStatement, kTypeAliasStatement, kClassDefinition,
  kTypeParameter, kParenthesizedListSplat, kArgumentList, kDecoratedDefinition, kDecorator,
  kBlock, kExpressionList, kDottedName, kCasePattern, kUnionPattern, kDictPattern,
  kKeywordPattern, kSplatPattern, kClassPattern, kComplexPattern, kTuplePattern, kListPattern,
  kDefaultParameter, kTypedDefaultParameter, kListSplatPattern, kDictionarySplatPattern,
  kAsPattern, kAsPatternTarget, kNotOperator, kBooleanOperator, kBinaryOperator, kUnaryOperator,
  kComparisonOperator, kLambda, kAssignment, kAugmentedAssignment, kPatternList, kYield,
  kAttribute, kSubscript, kSlice, kCall, kTypedParameter, kType, kSplatType, kGenericType,
  kUnionType, kConstrainedType, kMemberType, kKeywordArgument, kList, kSet, kTuple, kDictionary,
  kPair, kListComprehension, kDictionaryComprehension, kSetComprehension, kGeneratorExpression,
  kParenthesizedExpression, kForInClause, kIfClause, kConditionalExpression, kConcatenatedString,
  kString, kStringContent, kInterpolation, kFormatExpression, kFormatSpecifier, kTypeConversion,
  kAwait, kPositionalSeparator, kKeywordSeparator, kEllipsis, kInteger, kFloat, kTrue, kFalse,
  kNone, kIdentifier, kComment, kLineContinuation, kStringStart, kStringEnd,

  // Tokens.
  kTokenComma, kTokenColon, kTokenEquals, kTokenDot, kTokenStar, kTokenDoubleStar,
  kTokenUnderscore, kTokenMinus, kTokenPlus, kTokenSlash, kTokenDoubleSlash, kTokenPercent,
  kTokenAt, kTokenPipe, kTokenAmpersand, kTokenCaret, kTokenLeftShift, kTokenRightShift,
  kTokenTilde, kTokenPlusEquals, kTokenMinusEquals, kTokenStarEquals, kTokenSlashEquals,
  kTokenDoubleSlashEquals, kTokenPercentEquals, kTokenAtEquals, kTokenPipeEquals,
  kTokenAmpersandEquals, kTokenCaretEquals, kTokenLeftShiftEquals, kTokenRightShiftEquals,
  kTokenDoubleStarEquals, kTokenLess, kTokenLessEqual, kTokenEqualEqual, kTokenNotEqual,
  kTokenGreaterEqual, kTokenGreater, kTokenLessGreater, kTokenIn, kTokenNotIn, kTokenIs,
  kTokenIsNot, kTokenAnd, kTokenOr, kTokenAsync, kTokenFrom, kTokenAs, kTokenLeftParen,
  kTokenRightParen, kTokenLeftBracket, kTokenRightBracket, kTokenLeftBrace, kTokenRightBrace,
};

enum class Field : uint8_t {
  kNone,
  kLeft, kRight, kOperator, kOperators, kArgument, kArguments, kFunction, kObject, kAttribute,
  kValue, kSubscript, kBody, kCondition, kConsequence, kAlternative, kName, kAlias, kType,
  kParameters, kReturnType, kTypeParameters, kSuperclasses, kDefinition, kModuleName, kCause,
  kSubject, kGuard, kKey, kExpression, kTypeConversion, kFormatSpecifier, kCode,
};

// What the grammar calls a kind: `binary_operator`, or the token's text. Empty for kOther.
std::string_view name(Kind kind);
// The kind of the grammar's symbol of this name; nodes and tokens are apart (`lambda` is both).
Kind node_kind(std::string_view name);
Kind token_kind(std::string_view text);
Field field_of(std::string_view name);

}  // namespace nnscan::grammar
