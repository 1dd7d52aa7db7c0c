// What `nnscan --emit json` writes and `nnscan/graph` answers: docs/json.md says what each key means.
// Keys that this code does not know are left alone, so that places keep what a host put into them.

export type Size = number | string;

export interface Place {
  file: string;
  line: number; // from 1, as are columns, which count bytes; the end is exclusive
  column: number;
  end_line: number;
  end_column: number;
  uri?: string; // of the language server
  range?: { start: Position; end: Position };
}

export interface Position {
  line: number;
  character: number;
}

export interface TypeOf {
  dtype: string;
  shape: Size[] | null; // null: the rank is not known
}

export interface Value extends TypeOf {
  name: string;
}

export interface Tensor extends TypeOf {
  data?: (number | string | boolean)[];
}

export type Attribute = number | string | number[] | string[] | Tensor;

export interface GraphNode {
  name: string;
  op: string;
  inputs: (string | null)[];
  outputs: (Value | null)[];
  attributes?: Record<string, Attribute>;
  blocks?: Block[];
  module?: string;
  torch?: string;
  source?: Place;
  calls?: Place[];
}

export interface Block {
  nodes: GraphNode[];
  inputs?: Value[]; // of a block of a node
  results?: (string | null)[];
}

export interface Parameter extends Value {
  key: string;
  embedded: boolean;
}

export interface Stop {
  code: string;
  message: string;
  hint?: string;
  source?: Place;
  calls?: Place[];
  module?: string; // that ran
  after?: string; // the last node made before
}

export interface Graph {
  format: "nnscan-graph";
  version: number;
  producer?: string;
  name: string;
  opset: number;
  inputs: Value[];
  outputs: (Value & { value: string | null })[];
  parameters: Parameter[];
  modules: { path: string; class: string }[];
  body: Block;
  constants: Record<string, Tensor>;
  assumptions: { message: string; source?: Place }[];
  sources?: Record<string, Record<string, string>>; // file, line number, its text
  stopped?: Stop[]; // why the graph is not whole; without it, it is
}
