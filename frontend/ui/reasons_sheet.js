/** The sheet with every reason of the day and the source each rests on. */
import { html } from "../vendor/preact.js";
import { ReasonList, Sheet } from "./parts.js";

/** @param {{title: string, reasons: {text: string, source?: string}[], onClose: () => void}} props */
export default function ReasonsSheet({ title, reasons, onClose }) {
  return html`<${Sheet} title=${title} onClose=${onClose}><${ReasonList} reasons=${reasons} /><//>`;
}
