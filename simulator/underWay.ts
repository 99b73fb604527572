import type { Desk } from './desk';
import type { Answer, SimulatedRequest } from './types';

/** The connection of a caller: when it has closed, nobody waits for the answer any more. */
type Caller = { once: (event: 'close', then: () => void) => unknown; off: (event: 'close', then: () => void) => unknown };

/** The records that calls under way are changing. */
export class UnderWay {
	private readonly names = new Set<string>();

	/** Carries out a call, unless another one is changing the same record: a service that has such a rule refuses it. */
	async inTurn(desk: Desk, request: SimulatedRequest, caller: Caller, carryOut: () => Promise<Answer | undefined>): Promise<Answer | undefined> {
		const own = (desk.writtenBy?.(request) ?? []).map((name) => `${request.service} ${name}`);
		if (own.some((name) => this.names.has(name))) return desk.concurrent!();
		own.forEach((name) => this.names.add(name));
		const free = () => own.forEach((name) => this.names.delete(name));
		caller.once('close', free);
		return await carryOut().finally(() => {
			caller.off('close', free);
			free();
		});
	}
}
