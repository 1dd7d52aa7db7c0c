// What is seen at a height, with what somebody opened and closed: a tree of open groups, and for each the
// lines between its members. A line that crosses borders is cut at each: it enters and leaves a group
// by a port, so that every group can be laid out by itself.
import type { Height } from "../host.ts";
import type { TypeOf } from "../format.ts";
import { ancestors, type Connection, type Item } from "../model/items.ts";
import type { Model } from "../model/model.ts";
import type { Steps } from "../model/steps.ts";

const MOST_AT_FIRST = 60; // boxes that a graph opens with
const MOST_WITH_CONTROL = 150; // those in branches and loops included

export interface Segment {
  from: Item | null; // null: enters by the port
  to: Item | null; // null: leaves by the port
  value: string; // the same for all lines of one value
  type: TypeOf | null;
  label: string;
  isBack: boolean;
  isConditional: boolean;
  connections: Connection[];
}

export interface Group {
  item: Item;
  members: Item[]; // what is drawn in it, in order
  groups: Map<Item, Group>; // those that are open
  segments: Segment[];
}

// Whether an item may be opened at all.
export function canOpen(item: Item): boolean {
  return item.children.length > 0 && item.kind !== "root";
}

const isControl = (item: Item) => item.kind === "if" || item.kind === "loop";
const isContainer = (item: Item) =>
  item.kind === "part" ||
  item.children.some((child) => child.kind !== "call" && child.kind !== "operator");

export class Openness {
  private byDefault = new Map<Item, boolean>();

  constructor(
    private model: Model,
    readonly height: Height,
    readonly chosen: Map<string, boolean>,
  ) {
    this.openUntilFull();
  }

  // Of a fold: whether all of its instances are shown; it is never drawn as one box.
  isOpen(item: Item): boolean {
    if (item.kind === "root" || item.kind === "branch") return true;
    if (!canOpen(item)) return false;
    return this.chosen.get(item.key) ?? this.byDefault.get(item) ?? this.byHeight(item);
  }

  isHidden(item: Item): boolean {
    return (item.isSize && this.height !== "operators") || this.model.isIdle(item);
  }

  membersOf(group: Item): Item[] {
    const shown = group.children.filter((child) => !this.isHidden(child));
    if (group.kind !== "fold" || this.isOpen(group)) return shown;
    const whole = group.children.filter((child) => !child.isSize && child.to > child.from);
    const last = whole[whole.length / group.instances - 1];
    return shown.filter((child) => child.from <= last.from);
  }

  private byHeight(item: Item): boolean {
    if (item.kind === "fold" || isContainer(item)) return false;
    const isCall = !item.children.some((child) => child.kind !== "operator");
    return this.height === "operators" || (this.height === "calls" && !isCall);
  }

  // Containers from the outside in, a level at a time so that equals look alike, as long as the boxes
  // stay few. If and Loop come in any case: they are what one looks for.
  private openUntilFull(): void {
    let boxes = this.membersOf(this.model.root).length;
    let level = this.containersIn(this.model.root);
    while (level.length) {
      const more = level.reduce((sum, group) => sum + this.count(group) - 1, 0);
      const isAll = boxes + more <= MOST_AT_FIRST;
      const opened = isAll ? level : level.filter((group) => isControl(group));
      for (const group of opened) {
        if (boxes > MOST_WITH_CONTROL) return;
        boxes += this.count(group) - 1;
        this.byDefault.set(group, true);
      }
      level = opened.flatMap((group) => this.containersIn(group));
    }
  }

  // The closed containers that opening a group brings to sight.
  private containersIn(group: Item): Item[] {
    return this.membersOf(group).flatMap((child) => {
      if (child.kind === "branch" || child.kind === "fold") return this.containersIn(child);
      return canOpen(child) && isContainer(child) ? [child] : [];
    });
  }

  private count(group: Item): number {
    let boxes = 0;
    for (const child of this.membersOf(group))
      boxes += child.kind === "branch" || child.kind === "fold" ? this.count(child) : 1;
    return boxes;
  }
}

// The whole of what is seen.
export function* visibleGraph(model: Model, openness: Openness): Steps<Group> {
  const groups = new Map<Item, Group>();
  const shown = new Set<Item>();
  const enter = (item: Item): Group => {
    const members = openness.membersOf(item);
    const group: Group = { item, members, groups: new Map(), segments: [] };
    groups.set(item, group);
    for (const member of members) {
      shown.add(member);
      const isGroup = member.kind === "fold" || openness.isOpen(member);
      if (isGroup && member.children.length) group.groups.set(member, enter(member));
    }
    return group;
  };
  const root = enter(model.root);
  shown.add(model.root);
  const seen = seeing(model, openness, shown, groups);
  const segments = new Map<Group, Map<string, Segment>>();

  const add = (group: Group, from: Item | null, to: Item | null, connection: Connection) => {
    let known = segments.get(group);
    if (!known) segments.set(group, (known = new Map()));
    const maker = standing(model, openness, connection.maker) ?? connection.maker;
    const value = `${maker.index}.${connection.output}${connection.label}`;
    const id = `${from?.index ?? ""}>${to?.index ?? ""}>${value}`;
    const before = known.get(id);
    if (before) {
      before.connections.push(connection);
      return;
    }
    const { type, label, isBack, isConditional } = connection;
    const segment = {
      from,
      to,
      value,
      type,
      label,
      isBack,
      isConditional,
      connections: [connection],
    };
    known.set(id, segment);
    group.segments.push(segment);
  };

  for (const connection of model.connections) {
    yield;
    if (connection.isSize && openness.height !== "operators") continue;
    const from = seen(connection.from);
    const to = seen(connection.to);
    if (!from || !to || from === to || areInstances(openness, connection)) continue;
    const outward = [from, ...ancestors(from)];
    const inward = [to, ...ancestors(to)];
    while (outward.length > 1 && inward.length > 1 && outward.at(-2) === inward.at(-2)) {
      outward.pop();
      inward.pop();
    }
    // Control that leads to a group ends at its border: [to] is then the group itself.
    if (outward.length < 2 || inward.length < 2) continue;
    for (let i = 0; i + 2 < outward.length; ++i)
      add(groups.get(outward[i + 1])!, outward[i], null, connection);
    add(groups.get(outward.at(-1)!)!, outward.at(-2)!, inward.at(-2)!, connection);
    for (let i = inward.length - 3; i >= 0; --i)
      add(groups.get(inward[i + 1])!, null, inward[i], connection);
  }
  return root;
}

// From an item to the box that stands for it: its outermost group that is closed, in the instance that
// is shown; null where nothing is.
function seeing(model: Model, openness: Openness, shown: Set<Item>, groups: Map<Item, Group>) {
  const known = new Map<Item, Item | null>();
  return (item: Item): Item | null => {
    const before = known.get(item);
    if (before !== undefined) return before;
    const at = standing(model, openness, item);
    let best = at;
    while (best && !shown.has(best)) best = best.parent;
    // Of what is hidden, only the open group around it is seen.
    if (best && best !== at && groups.has(best)) best = null;
    known.set(item, best);
    return best;
  };
}

// The item of the first instances that stands for this one, from the outermost fold inwards.
function standing(model: Model, openness: Openness, item: Item): Item | null {
  for (let at = item; ;) {
    const folds = [...ancestors(at)].filter(
      (group) => group.kind === "fold" && !openness.isOpen(group),
    );
    const fold = folds.reverse().find((group) => model.standIns.get(group)!.has(at));
    if (!fold) return at;
    const next = model.standIns.get(fold)!.get(at)!;
    if (!next) return null;
    at = next;
  }
}

// A line from one instance of a fold to another: the two are one when it is folded.
function areInstances(openness: Openness, { from, to }: Connection): boolean {
  const around = new Map<Item, Item>();
  let inner: Item = from;
  for (const group of ancestors(from)) {
    if (group.kind === "fold" && !openness.isOpen(group)) around.set(group, inner);
    inner = group;
  }
  inner = to;
  for (const group of ancestors(to)) {
    const other = around.get(group);
    if (other && instanceOf(group, other) !== instanceOf(group, inner)) return true;
    inner = group;
  }
  return false;
}

function instanceOf(fold: Item, member: Item): number {
  const whole = fold.children.filter((child) => !child.isSize && child.to > child.from);
  const period = whole.length / fold.instances;
  let at = whole.findIndex((child) => child.from > member.from);
  if (at < 0) at = whole.length;
  return Math.floor(Math.max(0, at - 1) / period);
}
