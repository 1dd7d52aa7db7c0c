// The search field: what is found is marked in the drawing and listed; Enter goes from one to the next.
import type { Item } from "../model/items.ts";
import { labelOf } from "../model/labels.ts";
import type { Model } from "../model/model.ts";
import { make } from "./dom.ts";

const MOST = 100; // rows

let fields = 0;

export class Search {
  readonly element: HTMLElement;
  readonly field: HTMLInputElement;
  found: Item[] = [];
  private list: HTMLElement;
  private count = make("span", { class: "count", "aria-live": "polite" });
  private at = -1;
  private id = `nnscan-search-${++fields}`;

  constructor(
    private model: () => Model | null,
    private choose: (item: Item) => void,
    private changed: () => void,
    private leave: () => void,
  ) {
    this.field = make("input", {
      type: "search",
      placeholder: "Search",
      "aria-label": "Search modules, calls and operators",
      role: "combobox",
      "aria-expanded": "false",
      "aria-controls": this.id,
      "aria-autocomplete": "list",
      autocomplete: "off",
      spellcheck: "false",
      on: { input: () => this.search(), keydown: (event: KeyboardEvent) => this.key(event) },
    });
    this.list = make("ul", {
      id: this.id,
      class: "found",
      role: "listbox",
      "aria-label": "Found",
      hidden: true,
    });
    this.element = make("div", { class: "search" }, this.field, this.count, this.list);
    this.element.addEventListener("focusout", (event) => {
      if (!this.element.contains(event.relatedTarget as Node | null)) this.show(false);
    });
    this.field.addEventListener("focus", () => this.found.length && this.show(true));
  }

  search(): void {
    const model = this.model();
    const { items, total } = model ? model.search(this.field.value, MOST) : { items: [], total: 0 };
    this.found = items;
    this.at = -1;
    this.count.textContent = this.field.value.trim() ? String(total) : "";
    this.list.replaceChildren(
      ...items.map((item, i) => {
        const { title, subtitle } = labelOf(model!.tree, item, "modules");
        return make(
          "li",
          {
            role: "option",
            id: `${this.id}-${i}`,
            on: { pointerdown: (event: Event) => event.preventDefault(), click: () => this.go(i) },
          },
          make("b", {}, title),
          subtitle ? make("span", {}, subtitle) : null,
          make("small", {}, item.path),
        );
      }),
    );
    this.show(items.length > 0);
    this.changed();
  }

  private show(open: boolean): void {
    this.list.hidden = !open;
    this.field.setAttribute("aria-expanded", String(open));
  }

  private go(at: number): void {
    if (!this.found.length) return;
    this.at = (at + this.found.length) % this.found.length;
    [...this.list.children].forEach((row, i) =>
      row.setAttribute("aria-selected", String(i === this.at)),
    );
    this.list.children[this.at].scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", `${this.id}-${this.at}`);
    this.choose(this.found[this.at]);
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Enter" || event.key === "ArrowDown")
      this.go(event.shiftKey ? this.at - 1 : this.at + 1);
    else if (event.key === "ArrowUp") this.go(this.at - 1);
    else if (event.key === "Escape") {
      if (this.field.value) {
        this.field.value = "";
        this.search();
      } else this.leave();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
