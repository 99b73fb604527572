import type { IDataObject } from 'n8n-workflow';
import { whiskTrigger } from '../../nodes/Whisk/WhiskTrigger/triggerTable';
import type { WhiskState } from '../../simulator/whisk/state';
import { runPicker, Trigger } from '../support/engine';
import { useSimulator } from '../support/simulator';

const used = useSimulator();
const whisk = (): WhiskState => used.sim.state.whisk;
const listOf = () => [...whisk().lists.values()][0];
const collectionOf = () => [...whisk().collections.values()][0];
const located = (value: string) => ({ __rl: true, mode: 'id', value });
const triggerOf = (parameters: IDataObject) => new Trigger({ node: 'whiskTrigger', credential: used.credentials.whisk(), parameters: parameters as never });

interface Cause {
	parameters?: () => IDataObject;
	happen: () => object;
}

const ofList = () => ({ list: located(listOf().id) });
const addItem = () => listOf().items.push({ ...listOf().items[0], id: 'new-item', name: 'saffron', isChecked: false, created: Math.floor(Date.now() / 1000) });

const causes: Record<string, Cause> = {
	newItem: {
		parameters: ofList,
		happen: () => {
			addItem();
			return { id: 'new-item', trigger: { event: 'newItem' } };
		},
	},
	itemChecked: {
		parameters: ofList,
		happen: () => {
			const open = listOf().items.find(({ isChecked }) => !isChecked)!;
			open.isChecked = true;
			return { id: open.id, checked: true };
		},
	},
	listChanged: {
		parameters: ofList,
		happen: () => {
			addItem();
			return { list: { id: listOf().id }, trigger: { event: 'listChanged', change: 'changed', changed: ['items'] } };
		},
	},
	newRecipeInCollection: {
		parameters: () => ({ collection: collectionOf().id }),
		happen: () => {
			const id = [...whisk().recipes.keys()].find((one) => !collectionOf().recipeIds.includes(one))!;
			collectionOf().recipeIds.push(id);
			return { id };
		},
	},
	newRecipeInCommunity: {
		parameters: () => ({ community: located([...whisk().communities.keys()][0]) }),
		happen: () => {
			const [first] = whisk().communities.values();
			const id = [...whisk().recipes.keys()].find((one) => !first.recipeIds.includes(one))!;
			first.recipeIds.push(id);
			return { id };
		},
	},
	mealPlanChanged: {
		happen: () => {
			const [first] = whisk().meals;
			first.recipeId = [...whisk().recipes.keys()].find((one) => one !== first.recipeId)!;
			return { id: first.id, trigger: { event: 'mealPlanChanged', change: 'changed', changed: ['recipe'] } };
		},
	},
	foodListChanged: {
		happen: () => {
			whisk().foodList.push({ id: 'new-food', name: 'butter', presence: 'EXISTING' });
			return { id: 'new-food', trigger: { event: 'foodListChanged', change: 'new' } };
		},
	},
};

test('every event has a cause here', () => {
	expect(Object.keys(causes).sort()).toEqual(whiskTrigger.events.map(({ value }) => value).sort());
});

test.each(Object.keys(causes))('%s: nothing old, each new thing once', async (event) => {
	jest.useFakeTimers({ now: Date.parse('2026-11-23T08:00:00Z'), doNotFake: ['setTimeout', 'setInterval', 'setImmediate', 'nextTick', 'queueMicrotask', 'clearTimeout', 'clearInterval', 'clearImmediate', 'performance', 'hrtime'] });
	const { parameters, happen } = causes[event];
	const trigger = triggerOf({ event, ...parameters?.() });
	expect(await trigger.poll({ isActivation: true })).toBeNull();
	expect(await trigger.poll()).toBeNull();
	const wanted = happen();
	const found = await trigger.poll();
	expect(found).toHaveLength(1);
	expect(found![0]).toMatchObject(wanted);
	expect(await trigger.poll()).toBeNull();
	trigger.restart();
	expect(await trigger.poll()).toBeNull();
	jest.useRealTimers();
});

test('an entry that is checked again after it was unchecked is told of again', async () => {
	const trigger = triggerOf({ event: 'itemChecked', ...ofList() });
	await trigger.poll({ isActivation: true });
	const [item] = listOf().items.filter(({ isChecked }) => !isChecked);
	const seen: number[] = [];
	for (const isChecked of [true, true, false, true]) {
		item.isChecked = isChecked;
		seen.push((await trigger.poll())?.length ?? 0);
	}
	expect(seen).toEqual([1, 0, 0, 1]);
});

test('a token of the wrong type is refused before anything is sent', async () => {
	const credential = { ...used.credentials.whisk(), accessType: 'server', token: used.sim.demo.whisk.serverToken };
	const trigger = new Trigger({ node: 'whiskTrigger', credential, parameters: { event: 'mealPlanChanged' } as never });
	await expect(trigger.poll()).rejects.toThrow('needs a user token');
	expect(used.sim.calls).toEqual([]);
});

test('both ways to sign in are offered, and the lists of the panel open', async () => {
	const { properties, methods } = whiskTrigger;
	expect(properties[0]).toMatchObject({ name: 'authentication' });
	expect(Object.keys(methods.listSearch).sort()).toEqual(['searchCommunities', 'searchShoppingLists']);
	const { results } = await runPicker({ node: 'whiskTrigger', credential: used.credentials.whisk(), parameters: { event: 'newItem' } }, 'searchShoppingLists');
	expect(results.map(({ value }) => value)).toContain(listOf().id);
});
