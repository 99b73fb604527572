/** A new id of digits above a start; no two of a state are alike. */
export function serialOf(state: { serial: number }, start: number): string {
	state.serial += 1;
	return String(start + state.serial);
}
