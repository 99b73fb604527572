import type { Desk } from './desk';
import type { Answer, SimulatedRequest } from './types';

/** The records that calls under way are changing. */
export class UnderWay {
	private readonly names = new Set<string>();

	/** Carries out a call, unless another one is changing the same record: a service that has such a rule refuses it. */
	async inTurn(desk: Desk, request: SimulatedRequest, carryOut: () => Promise<Answer | undefined>): Promise<Answer | undefined> {
		const own = (desk.writtenBy?.(request) ?? []).map((name) => `${request.service} ${name}`);
		if (own.some((name) => this.names.has(name))) return desk.concurrent!();
		own.forEach((name) => this.names.add(name));
		return await carryOut().finally(() => own.forEach((name) => this.names.delete(name)));
	}
}
