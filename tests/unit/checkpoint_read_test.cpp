#include <catch2/catch.hpp>

#include "tests/unit/checkpoint_files.h"

namespace nnscan {
namespace {

using namespace test;
using Code = CheckpointError::Code;
using Catch::Contains;

const std::string kFloats = bytes_of(std::vector<float>{1, 2, 3, 4, 5, 6});
const std::string kF = storage("FloatStorage", "0", 6);
const std::string kWeight = tensor(kF, 1, {2, 2}, {2, 1});

std::string zipped(const std::string& value) {
  return text(read(torch_zip(value, {{"0", kFloats}})));
}
Code code_of(const std::variant<Checkpoint, CheckpointError>& result) {
  return std::get<CheckpointError>(result).code;
}

TEST_CASE("a zip and an old stream give the same tensors") {
  const std::string value = ordered_dict({{"w", kWeight}, {"b", tensor(kF, 5, {}, {})}});
  const std::string wanted = "w f32[2,2] 2 3 4 5; b f32[] 6";
  CHECK(zipped(value) == wanted);
  CHECK(text(read(torch_legacy(value, {{"0", 6, kFloats}}))) == wanted);
}

TEST_CASE("tensors of one storage borrow one piece of the file") {
  auto owner = std::make_shared<std::string>(
      torch_zip(dict({{"a", kWeight}, {"b", tensor(kF, 0, {6}, {1})}}), {{"0", kFloats}}));
  const auto result = read_checkpoint_bytes(as_bytes(*owner), owner);
  const auto& tensors = std::get<Checkpoint>(result).tensors;
  const std::byte* a = tensors[0].data->bytes().data();
  CHECK(a == tensors[1].data->bytes().data() + sizeof(float));
  CHECK(a > as_bytes(*owner).data());
  CHECK(a < as_bytes(*owner).data() + owner->size());
}

TEST_CASE("tensors are read through their wrappers") {
  const std::string f = global("torch._utils", "_rebuild_tensor_v2");
  const std::string hooks = call(global("collections", "OrderedDict"), ")");
  const std::string args = tuple({kF, num(0), ints({2}), ints({1}), "\x89", hooks});
  const auto parameter = [](const std::string& name, const std::string& inner) {
    return call(global("torch._utils", name), tuple({inner, "\x88", ")"}));
  };
  const auto typed = [&](const std::string& type) {
    return call(global("torch._tensor", "_rebuild_from_type_v2"),
                tuple({f, type, args, dict({{"note", "N"}})}));
  };
  CHECK(zipped(dict({{"w", call(f, args)}})) == "w f32[2] 1 2");
  CHECK(zipped(dict({{"w", parameter("_rebuild_parameter", call(f, args))}})) == "w f32[2] 1 2");
  CHECK(zipped(dict({{"w", parameter("_rebuild_parameter_with_state", call(f, args))}})) ==
        "w f32[2] 1 2");
  CHECK(zipped(dict({{"w", typed(global("torch", "Tensor"))}})) == "w f32[2] 1 2");
  CHECK(zipped(dict({{"w", typed(global("torch.nn.parameter", "Parameter"))}})) == "w f32[2] 1 2");
  CHECK_THAT(zipped(dict({{"w", typed(global("torch", "Size"))}})), Contains("a tensor subclass"));
  std::string deep = call(f, args);
  for (int i = 0; i < 20; ++i) deep = parameter("_rebuild_parameter", deep);
  CHECK_THAT(zipped(dict({{"w", deep}})), Contains("`w` is described in a way"));
}

TEST_CASE("the third version carries its dtype") {
  const auto v3 = [](const std::string& dtype, const std::string& metadata) {
    return dict({{"w", call(global("torch._utils", "_rebuild_tensor_v3"),
                            tuple({storage("UntypedStorage", "0", 24), num(1), ints({2}), ints({1}),
                                   "\x89", "N", global("torch", dtype), metadata}))}});
  };
  CHECK(zipped(v3("float32", "")) == "w f32[2] 2 3");
  CHECK(zipped(v3("float32", "}")) == "w f32[2] 2 3");
  CHECK_THAT(zipped(v3("uint16", "")), Contains("`w` is uint16"));
  CHECK_THAT(zipped(v3("float8_e5m2", "")), Contains("`w` is float8_e5m2"));
  CHECK_THAT(zipped(v3("float32", dict({{"neg", "\x88"}}))), Contains("conjugated or negated"));
}

TEST_CASE("the last value of a key counts, as in Python") {
  const std::string first = tensor(kF, 0, {}, {});
  const std::string second = tensor(kF, 1, {}, {});
  CHECK(zipped(dict({{"a", first}, {"b", kWeight}, {"a", second}})) ==
        "a f32[] 2; b f32[2,2] 2 3 4 5");
  CHECK(zipped(dict({{"a", kWeight}, {"b", kWeight}, {"a", "N"}})) == "b f32[2,2] 2 3 4 5");
}

TEST_CASE("the state_dict is found where training scripts put it") {
  const std::string one = dict({{"w", tensor(kF, 0, {}, {})}});
  const std::string two = dict({{"w", tensor(kF, 1, {}, {})}});
  const std::string loose = tensor(kF, 2, {}, {});
  CHECK(zipped(one) == "w f32[] 1");
  CHECK(zipped(dict({{"epoch", num(3)}, {"model", one}})) == "model: w f32[] 1");
  CHECK(zipped(dict({{"model", one}, {"state_dict", two}})) == "state_dict: w f32[] 2");
  CHECK(zipped(dict({{"params", one}, {"params_ema", two}})) == "params_ema: w f32[] 2");
  CHECK(zipped(dict({{"model", one}, {"rng", loose}})) == "model: w f32[] 1");
  CHECK(zipped(dict({{"rng", loose}, {"mine", one}})) == "rng f32[] 3");
  CHECK(zipped(dict({{"mine", one}, {"epoch", num(1)}})) == "mine: w f32[] 1");
  CHECK(zipped(dict({{"state", dict({{"model", one}})}})) == "state.model: w f32[] 1");
  CHECK(zipped(dict({{"mine", one}, {"optimizer", two}})) == "mine: w f32[] 1");
  CHECK_THAT(zipped(dict({{"g", one}, {"d", two}})),
             Contains("more than one state_dict: `g` and `d`"));
  CHECK_THAT(zipped(dict({{"lr", num(1)}})),
             Contains("no state_dict but a dict without tensors, with the keys `lr`"));
  CHECK_THAT(zipped("}"), Contains("an empty dict"));
  CHECK_THAT(zipped(call(global("collections", "Counter"), tuple({dict({{"a", num(1)}})}))),
             Contains("a Counter without tensors"));
  CHECK_THAT(zipped("](" + loose + "e"), Contains("a list"));
  CHECK_THAT(zipped(loose), Contains("a single tensor"));
  // A dict that holds itself.
  const std::string cycle = "}q\x01(" + str("model") + "h\x01" + str("lr") + "Nu";
  CHECK_THAT(zipped(cycle), Contains("`model`, `lr`"));
}

TEST_CASE("versions lie beside the tensors") {
  const auto version = [](int64_t value) { return dict({{"version", num(value)}}); };
  const std::string metadata = dict(
      {{"_metadata", ordered_dict({{"", version(1)}, {"bn", version(2)}, {"odd", "N"}})}});
  const auto result =
      read(torch_zip(ordered_dict({{"w", kWeight}}) + metadata + "b", {{"0", kFloats}}));
  CHECK(std::get<Checkpoint>(result).versions ==
        std::map<std::string, int64_t>{{"", 1}, {"bn", 2}});
}

TEST_CASE("the old format's views of storages") {
  const auto value = [](int64_t offset, int64_t count) {
    const std::string view = tuple({str("v"), num(offset), num(count)});
    return dict({{"w", tensor(storage("FloatStorage", "0", 6, view), 1, {2}, {1})}});
  };
  CHECK(text(read(torch_legacy(value(2, 3), {{"0", 6, kFloats}}))) == "w f32[2] 4 5");
  CHECK_THAT(text(read(torch_legacy(value(2, 2), {{"0", 6, kFloats}}))),
             Contains("reaches outside its storage of 8 bytes"));
  CHECK_THAT(text(read(torch_legacy(value(5, 2), {{"0", 6, kFloats}}))),
             Contains("a view reaches outside its storage"));
}

TEST_CASE("old streams that contradict themselves") {
  const std::string value = dict({{"w", kWeight}});
  CHECK_THAT(text(read(torch_legacy(value, {{"0", 5, kFloats.substr(4)}}))), Contains("too small"));
  CHECK_THAT(text(read(torch_legacy(value, {{"0", 6, "short"}}))), Contains("ends before"));
  CHECK_THAT(text(read(torch_legacy(value, {{"0", UINT64_MAX / 2, kFloats}}))),
             Contains("ends before"));
  CHECK_THAT(text(read(torch_legacy(value, {}))), Contains("no storage `0`"));
  CHECK_THAT(text(read(torch_legacy(value, {{"1", 6, kFloats}}))), Contains("list of storages"));
  CHECK_THAT(text(read(torch_legacy(value, {{"0", 6, kFloats}, {"0", 6, kFloats}}))),
             Contains("list of storages"));
  CHECK_THAT(text(read(torch_legacy(value, {{"0", 6, kFloats}}, "\x89"))), Contains("big-endian"));
}

TEST_CASE("numbers of archives may lie in their extra fields") {
  const std::vector<std::pair<std::string, std::string>> records = {
      {"a/data.pkl", pickle(dict({{"w", kWeight}}))}, {"a/data/0", kFloats}};
  const std::string wide = zip(records, true);
  CHECK(text(read(wide)) == "w f32[2,2] 2 3 4 5");
  std::string without = wide;  // the marks without the field behind them
  for (size_t at = 0; (at = without.find("\x01\x00\x18\x00"s, at)) != std::string::npos;) {
    without[at] = 2;
  }
  CHECK_THAT(text(read(without)), Contains("cut short"));
}

TEST_CASE("archives that contradict themselves") {
  const std::string value = dict({{"w", kWeight}});
  CHECK_THAT(text(read(torch_zip(value, {}))), Contains("no storage `0`"));
  CHECK_THAT(text(read(torch_zip(value, {{"0", "short"}}))),
             Contains("storage `0` has 5 bytes instead of 24"));
  const auto with = [&](const std::string& name, const std::string& content) {
    return text(read(zip({{"a/data.pkl", pickle(value)}, {"a/data/0", kFloats}, {name, content}})));
  };
  CHECK(with("a/byteorder", "little") == "w f32[2,2] 2 3 4 5");
  CHECK_THAT(with("a/byteorder", "big"), Contains("big-endian"));
  CHECK_THAT(with("a/byteorder", "middle"), Contains("neither little nor big"));
  CHECK_THAT(with("a/data/0", kFloats), Contains("two records `a/data/0`"));
  CHECK_THAT(with("a/constants.pkl", ""), Contains("TorchScript"));
  CHECK_THAT(text(read(zip({{"w.npy", "x"}}))), Contains("NumPy archive"));
  CHECK_THAT(text(read(zip({{"x/y", "x"}}))), Contains("without `data.pkl`"));
}

TEST_CASE("code is refused by name") {
  const std::string evil = call(global("os", "system"), tuple({str("echo no")}));
  const auto result = read(torch_zip(dict({{"w", kWeight}, {"x", evil}}), {{"0", kFloats}}));
  CHECK(code_of(result) == Code::kPickleRefused);
  CHECK(text(result) == "checkpoint refers to `os.system`, which is not data");
  CHECK(text(read(torch_legacy(evil, {}))) == text(result));
  const std::string module =
      global("net", "Net") + ")\x81" + dict({{"training", "\x88"}, {"_parameters", "}"}}) + "b";
  CHECK(zipped(module) ==
        "checkpoint holds a whole pickled module, `net.Net`, instead of its state_dict");
  CHECK_THAT(zipped(dict({{"w", global("a\x1b[1m", "b")}})), Contains("`a\\x1b[1m.b`"));
}

TEST_CASE("tensors that cannot be read are refused by key, all at once") {
  const std::string complex = tensor(storage("ComplexFloatStorage", "0", 3), 0, {3}, {1});
  const std::string sparse = call(global("torch._utils", "_rebuild_sparse_tensor"), ")");
  const std::string both = dict({{"a", complex}, {"b", kWeight}, {"c", sparse}});
  CHECK(zipped(both) ==
        "checkpoint has tensors that cannot be read: `a` is complex64, `c` is a sparse tensor");
  CHECK(zipped(dict({{"model", dict({{"w", kWeight}})}, {"extra", complex}})) ==
        "model: w f32[2,2] 2 3 4 5");
}

TEST_CASE("safetensors") {
  const std::string header =
      R"({"b":{"dtype":"I64","shape":[],"data_offsets":[8,16]},"__metadata__":{"k":"v"},)"
      R"("a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
      R"("e":{"dtype":"F32","shape":[0,3],"data_offsets":[16,16]}}   )";
  const std::string data = bytes_of(std::vector<float>{1, 2}) + le<int64_t>(7);
  CHECK(text(read(safetensors(header, data))) == "a f32[2] 1 2; b i64[] 7; e f32[0,3]");

  const std::pair<std::string, std::string> wrong[] = {
      {R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})", "outside its storage"},
      {R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}})", "8 bytes instead of 4"},
      {R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,16]}})", "outside their place"},
      {R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", "outside their place"},
      {R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", "4 bytes belong to no tensor"},
      {R"({"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}})", "describes `a`"},
      {R"({"a":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}})", "describes `a`"},
      {R"({"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}})", "describes"},
      {R"({"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}})",
       "impossible"},
      {R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,9]}})", "describes `a`"},
      {R"({"a":{"dtype":"F32","shape":[2]}})", "describes `a`"},
      {R"({"a":{"dtype":"F32","data_offsets":[0,8]}})", "describes `a`"},
      {R"({"a":{"shape":[2],"data_offsets":[0,8]}})", "describes `a`"},
      {R"({"a":{"dtype":"F32","dtype":"F64","shape":[1],"data_offsets":[0,8]}})", "describes `a`"},
      {R"({"a":{"dtype":"F32","shape":[2],"shape":[2],"data_offsets":[0,8]}})", "describes `a`"},
      {R"({"a":{"dtype":"F32","shape":[[2]],"data_offsets":[0,8]}})", "describes `a`"},
      {R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"x":1}})", "describes `a`"},
      {R"({"a":[]})", "describes `a`"},
      {R"({"a":1})", "describes `a`"},
      {R"({"__metadata__":{"a":{}}})", "describes it"},
      {R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
       R"("a":{"dtype":"F32","shape":[0],"data_offsets":[8,8]}})", "two tensors `a`"},
      {R"({"a":{"dtype":"Q7","shape":[2],"data_offsets":[0,8]}})", "unknown element type `Q7`"},
      {R"({"a":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}})", "`a` is F8_E4M3"},
      {R"({"a")", "is no JSON"},
      {R"({} x)", "is no JSON"},
  };
  for (const auto& [json, message] : wrong) {
    INFO(json);
    CHECK_THAT(text(read(safetensors(json, "12345678"))), Contains(message));
  }
  CHECK_THAT(text(read(safetensors(header, data).substr(0, 40))),
             Contains("ends inside its header"));
}

TEST_CASE("other files are refused by what they are") {
  const std::pair<std::string, std::string> files[] = {
      {"", "empty"},
      {"import torch\n", "a text file"},
      {"{\"weight_map\": {}}", "several files"},
      {"\x89HDF\r\n\x1a\n", "HDF5"},
      {std::string(257, 'x') + "ustar", "tar"},
      {"\x1f\x8b\x08", "gzip"},
      {"PK\x03\x04", "ends early"},
      {"\x80\x04N.", "a pickle that `torch.save` did not write"},
      {pickle(global("os", "system")), "refers to `os.system`"},
      {"\x01\x02", "an unknown format"},
  };
  for (const auto& [content, message] : files) {
    INFO(content);
    CHECK_THAT(text(read(content)), Contains(message));
  }
  CHECK(code_of(read_checkpoint("/")) == Code::kCannotRead);
  CHECK(code_of(read_checkpoint("/dev/null")) == Code::kCannotRead);
  CHECK(code_of(read_checkpoint("no/such/file")) == Code::kCannotRead);
}

TEST_CASE("limits") {
  CheckpointLimits limits;
  limits.tensors = 3;
  const std::string four = dict({{"a", kWeight}, {"b", kWeight}, {"c", kWeight}, {"d", kWeight}});
  CHECK_THAT(text(read(torch_legacy(four, {{"0", 6, kFloats}}), limits)), Contains("more than 3"));
  limits = {};
  limits.key_bytes = 20;
  const std::string long_key = dict({{std::string(21, 'k'), kWeight}});
  CHECK_THAT(text(read(torch_zip(long_key, {{"0", kFloats}}), limits)),
             Contains("a key of 21 bytes"));
  limits = {};
  limits.copied_bytes = 0;
  const std::string wide = dict({{"w", tensor(kF, 0, {1 << 20, 6}, {0, 1})}});
  CHECK(code_of(read(torch_zip(wide, {{"0", kFloats}}), limits)) == Code::kLimit);
}

// Neither crashes nor hangs: what comes back is a checkpoint or an error.
TEST_CASE("damage anywhere") {
  const std::string value = ordered_dict({{"w", kWeight}, {"b", tensor(kF, 5, {}, {})}});
  const std::string files[] = {
      torch_zip(value, {{"0", kFloats}}), torch_legacy(value, {{"0", 6, kFloats}}),
      safetensors(R"({"a":{"dtype":"F32","shape":[6],"data_offsets":[0,24]}})", kFloats)};
  for (const std::string& file : files) {
    for (size_t i = 0; i < file.size(); ++i) {
      CHECK(std::holds_alternative<CheckpointError>(read(file.substr(0, i))));
      for (const int flip : {0x01, 0x80, 0xff}) {
        std::string other = file;
        other[i] = static_cast<char>(other[i] ^ flip);
        const auto result = read(other);
        if (const auto* error = std::get_if<CheckpointError>(&result)) {
          CHECK_FALSE(error->message.empty());
        }
      }
    }
  }
}

}  // namespace
}  // namespace nnscan
