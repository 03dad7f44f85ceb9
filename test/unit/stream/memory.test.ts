import type { IWebhookFunctions } from 'n8n-workflow';

import {
	cardsLeftBehind,
	keepCard,
	rememberCards,
	takeCard,
} from '../../../nodes/shared/stream/openCards';
import { streamPaceCount, streamPaceOf } from '../../../nodes/shared/stream/pace';

const HOUR = 60 * 60 * 1_000;

describe('what a process remembers of answers', () => {
	afterEach(() => jest.restoreAllMocks());

	const at = (ms: number) => jest.spyOn(performance, 'now').mockReturnValue(ms);

	it('ends with the time that an answer can take, even if no end was told', () => {
		const staticData = {};
		const context = { getWorkflowStaticData: () => staticData } as unknown as IWebhookFunctions;
		const keyOf = (messageId: string) => ({ appId: 'cli_a', workflowId: 'w', messageId });
		const remember = (id: string) => {
			keepCard(keyOf(id), { cardId: `card ${id}` });
			rememberCards(context, keyOf(id));
		};
		at(0);
		remember('unused');
		remember('taken');
		expect(takeCard(keyOf('taken'), 0)?.cardId).toBe('card taken');
		at(2 * HOUR);
		remember('second');
		expect(staticData).toEqual({ answers: ['card second', 'card taken'] });
		at(25 * HOUR);
		remember('third');
		expect(staticData).toEqual({ answers: ['card third'] });
		expect(cardsLeftBehind({ answers: ['card taken', 'card third'] })).toEqual(['card taken']);
	});

	it('does not grow with the apps that have streamed', () => {
		const open = streamPaceOf('cli_open');
		const release = open.begin();
		for (let app = 0; app < 10_000; app++) streamPaceOf(`cli_${app}`).begin()();
		expect(streamPaceCount()).toBeLessThan(100);
		expect(streamPaceOf('cli_open')).toBe(open);
		release();
	});
});
