import { ComponentType } from 'discord-api-types/v10';
import { type JsonObject, numberFrom, objectsFrom, textFrom } from './json.ts';
import { judgeControls, placedIn } from './judge-message.ts';
import type { Report } from './violations.ts';

const PARTS_MAX = 5;

/** Judges a modal beyond the specification: how much it holds, and what stands in its fields. */
export function judgeModal(data: JsonObject, report: Report): void {
  judgeControls(data['components'], report);
  const parts = objectsFrom(data['components']).length;
  if (parts > PARTS_MAX) {
    report('modal-too-long', '.components', `${parts} parts, at most ${PARTS_MAX}`);
  }
  for (const { component, path } of placedIn(data['components'], '.components')) {
    if (component['type'] !== ComponentType.TextInput) continue;
    const { length } = textFrom(component['value']);
    const most =
      component['max_length'] === undefined ? length : numberFrom(component['max_length']);
    const isEmpty = component['value'] === '';
    if (length > most || isEmpty || length < numberFrom(component['min_length'])) {
      report('modal-value', `${path}.value`, `${length} characters do not fit its own limits`);
    }
  }
}
