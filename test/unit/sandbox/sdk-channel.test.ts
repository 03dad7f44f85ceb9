import { createLarkChannel } from '@larksuiteoapi/node-sdk';

import { sdkOptions } from './sdk';
import { bench, type SandboxSetup } from './support';

interface StreamedCard {
	config: { streaming_mode: boolean; summary: { content: string } };
	body: { elements: Array<{ content: string }> };
}

const channelOf = (b: SandboxSetup, outbound: object = {}) =>
	createLarkChannel({ ...sdkOptions(b), outbound: { streamThrottleMs: 1, ...outbound } });

/** The cards of the group, as they are now. */
const cardsOf = (b: SandboxSetup) =>
	b.group.messages.map(({ sentContent }) => JSON.parse(sentContent) as StreamedCard);

describe('the Channel client of the official SDK', () => {
	it('streams a text into a card, and ends with its beginning as the preview', async () => {
		const b = await bench({ rateLimits: true });
		const words = ['The ', 'deploy ', 'is ', 'done.'];
		const sent = await channelOf(b, { streamThrottleMs: 150 }).stream(b.group.chatId, {
			markdown: async (controller) => {
				for (const word of words) await controller.append(word);
			},
		});
		expect(sent.messageId).toBe(b.group.messages[0].messageId);
		expect(cardsOf(b)).toMatchObject([
			{
				config: { streaming_mode: false, summary: { content: 'The deploy is done.' } },
				body: { elements: [{ content: 'The deploy is done.' }] },
			},
		]);
	});

	it('goes on in the next card when one is full', async () => {
		const b = await bench();
		const lines = Array.from({ length: 30 }, (_, index) => `Line ${index}`);
		await channelOf(b, { streamMaxElementChars: 100 }).stream(b.group.chatId, {
			markdown: (controller) => controller.append(lines.join('\n')),
		});
		const cards = cardsOf(b);
		const written = cards.map(({ body }) => body.elements[0].content).join('\n');
		expect(written.split('\n').filter(Boolean)).toEqual(lines);
		expect(cards.length).toBeGreaterThan(1);
		expect(cards.every(({ config }) => !config.streaming_mode)).toBe(true);
	});

	it('says that a text was interrupted', async () => {
		const b = await bench();
		const streamed = channelOf(b).stream(b.group.chatId, {
			markdown: async (controller) => {
				await controller.append('The deploy');
				throw new Error('The model is gone');
			},
		});
		await expect(streamed).rejects.toThrow('The model is gone');
		expect(cardsOf(b)[0].body.elements[0].content).toBe(
			'The deploy\n\n— _(Generation interrupted)_',
		);
		expect(cardsOf(b)[0].config.streaming_mode).toBe(false);
	});
});
