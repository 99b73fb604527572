import type { IDataObject } from 'n8n-workflow';
import { ebayOrderTrigger } from '../../nodes/Ebay/EbayOrderTrigger/triggerTable';
import { wishToCancel } from '../../simulator/ebay/ordersSeed';
import type { EbayOrder } from '../../simulator/ebay/ordersSeed';
import type { EbayState } from '../../simulator/ebay/state';
import { Trigger } from '../support/engine';
import { useSimulator } from '../support/simulator';

const used = useSimulator();
const ebay = (): EbayState => used.sim.state.ebay;
const first = (): EbayOrder => [...ebay().orders.values()][0];
const triggerOf = (parameters: IDataObject, saved?: IDataObject) => new Trigger({ node: 'ebayOrderTrigger', credential: used.credentials.ebay(), parameters: parameters as never }, saved);

function addOrder(orderId: string, createdAt = Date.now()): EbayOrder {
	const order: EbayOrder = { ...first(), orderId, createdAt, modifiedAt: createdAt, fulfillments: [], refunds: [], cancellation: undefined };
	ebay().orders.set(orderId, order);
	return order;
}

/** Makes it happen; gives what the item must hold. */
const causes: Record<string, () => object> = {
	newOrder: () => ({ orderId: addOrder('99-10001-20001').orderId, trigger: { event: 'newOrder' } }),
	orderPaid: () => ({ orderId: addOrder('99-10001-20002').orderId, paymentStatus: 'PAID' }),
	orderChanged: () => {
		// The oldest one: how old an order is does not matter.
		const old = [...ebay().orders.values()].at(-1)!;
		old.modifiedAt = Date.now();
		return { orderId: old.orderId };
	},
	cancellationRequested: () => ({ cancelId: wishToCancel(addOrder('99-10001-20003'), Date.now()).cancelId }),
	newReturn: () => {
		const [one] = ebay().returns.values();
		ebay().returns.set('5299999999', { ...one, returnId: '5299999999', createdAt: Date.now(), history: [{ ...one.history[0], at: Date.now() }] });
		return { returnId: '5299999999' };
	},
	newInquiry: () => {
		const [one] = ebay().inquiries.values();
		ebay().inquiries.set('5499999999', { ...one, inquiryId: '5499999999', openedAt: Date.now(), history: [{ ...one.history[0], at: Date.now() }] });
		return { inquiryId: '5499999999' };
	},
	newDispute: () => {
		const [one] = ebay().disputes.values();
		ebay().disputes.set('5599999999', { ...one, paymentDisputeId: '5599999999', openedAt: Date.now() });
		return { paymentDisputeId: '5599999999' };
	},
};

test('every event has a cause here', () => {
	expect(Object.keys(causes).sort()).toEqual(ebayOrderTrigger.events.map(({ value }) => value).sort());
});

test.each(Object.keys(causes))('%s: nothing old, each new thing once', async (event) => {
	const trigger = triggerOf({ event });
	expect(await trigger.poll({ isActivation: true })).toBeNull();
	expect(await trigger.poll()).toBeNull();
	const wanted = causes[event]();
	const found = await trigger.poll();
	expect(found).toHaveLength(1);
	expect(found![0]).toMatchObject(wanted);
	expect(await trigger.poll()).toBeNull();
	trigger.restart();
	expect(await trigger.poll()).toBeNull();
});

test('an order that changes twice is told of twice, and only what has changed is read', async () => {
	const trigger = triggerOf({ event: 'orderChanged' });
	await trigger.poll({ isActivation: true });
	const order = first();
	const seen: number[] = [];
	for (const minutes of [0, 0, 1]) {
		if (minutes || !seen.length) order.modifiedAt = Date.now() + minutes;
		seen.push((await trigger.poll())?.length ?? 0);
	}
	expect(seen).toEqual([1, 0, 1]);
	const { query } = used.sim.calls.at(-1)!;
	expect(String((query as IDataObject).filter)).toMatch(/^lastmodifieddate:\[\d{4}-\d\d-\d\dT[\d:.]+Z\.\.\]$/);
});

test('without the consent of a member nothing is asked', async () => {
	const trigger = new Trigger({ node: 'ebayOrderTrigger', credential: { ...used.credentials.ebay(), refreshToken: '' }, parameters: { event: 'newOrder' } as never });
	await expect(trigger.poll()).rejects.toThrow('needs a user token');
	expect(used.sim.calls.filter(({ path }) => !path.includes('oauth2'))).toEqual([]);
});
