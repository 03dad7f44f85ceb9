import type { ITriggerFunctions } from 'n8n-workflow';

import {
	cardsLeftBehind,
	closeCard,
	isUnused,
	keepCard,
	missingSpares,
	rememberCards,
	takeCard,
} from '../../../nodes/shared/stream/openCards';

let count = 0;

/** A trigger of its own, with static data as n8n keeps them. */
function trigger() {
	const staticData: { answers?: string[] } = {};
	const key = { appId: 'cli_1', workflowId: String(count++) };
	const context = { getWorkflowStaticData: () => staticData } as unknown as ITriggerFunctions;
	const prepare = (messageId?: string) => {
		const cardId = `card ${count++}`;
		keepCard(messageId === undefined ? key : { ...key, messageId }, { cardId });
		rememberCards(context, key);
		return cardId;
	};
	return { key, prepare, remembered: () => staticData.answers };
}

describe('the cards that a trigger remembers', () => {
	it('are the card of the message for its first page, and any spare one for the others', () => {
		const { key, prepare, remembered } = trigger();
		const first = prepare('om_1');
		const spares = [prepare(), prepare()];
		const answer = { ...key, messageId: 'om_1' };
		const taken = [0, 1, 2, 3].map((page) => takeCard(answer, page)?.cardId);
		expect(taken).toEqual([first, ...spares, undefined]);
		expect(remembered()).toEqual([first, ...spares]);
		expect([first, ...spares].map(isUnused)).toEqual([false, false, false]);
	});

	it('serve one answer each, and another answer to the message takes a spare one', () => {
		const { key, prepare } = trigger();
		const first = prepare('om_1');
		const spare = prepare();
		const answer = { ...key, messageId: 'om_1' };
		expect(takeCard(answer, 0)?.cardId).toBe(first);
		expect(takeCard(answer, 0)?.cardId).toBe(spare);
		expect(takeCard(answer, 0)).toBeUndefined();
	});

	it('are not those of other workflows', () => {
		const [one, other] = [trigger(), trigger()];
		one.prepare('om_1');
		one.prepare();
		expect(takeCard({ ...other.key, messageId: 'om_1' }, 0)).toBeUndefined();
	});

	it('have three spare ones, made anew when some are used', () => {
		const { key, prepare } = trigger();
		expect(missingSpares(key)).toBe(3);
		for (let made = 0; made < 3; made++) prepare();
		expect(missingSpares(key)).toBe(0);
		takeCard({ ...key, messageId: 'om_1' }, 1);
		expect(missingSpares(key)).toBe(1);
	});

	it('are forgotten when their answer is complete, and known as left behind only by a later process', () => {
		const { key, prepare, remembered } = trigger();
		const first = prepare('om_1');
		expect(cardsLeftBehind({ answers: [first, 'card of before'] })).toEqual(['card of before']);
		takeCard({ ...key, messageId: 'om_1' }, 0);
		closeCard(first);
		const second = prepare('om_2');
		expect(remembered()).toEqual([second]);
	});

	it('are a hundred at most: those of answers that are written, and spare ones, stay the longest', () => {
		const { key, prepare, remembered } = trigger();
		const spare = prepare();
		const written = prepare('om_0');
		takeCard({ ...key, messageId: 'om_0' }, 0);
		for (let message = 1; message <= 200; message++) prepare(`om_${message}`);
		expect(remembered()).toHaveLength(100);
		expect(remembered()).toEqual(expect.arrayContaining([spare, written]));
	});
});
