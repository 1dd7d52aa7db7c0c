// How wide texts are, as the canvas draws them; each is measured once.
import { fontOf } from "../draw/painter.ts";
import type { FontName } from "../scene/sizes.ts";

export class Measuring {
  private context = document.createElement("canvas").getContext("2d")!;
  private widths = new Map<string, number>();
  private family = "";

  use(family: string): void {
    this.family = family;
    this.widths.clear();
  }

  width(text: string, font: FontName): number {
    const key = `${font}|${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.context.font = fontOf(font, this.family);
      this.widths.set(key, (width = this.context.measureText(text).width));
    }
    return width;
  }
}
