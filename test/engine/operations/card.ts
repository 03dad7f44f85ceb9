import type { IDataObject } from 'n8n-workflow';

import type { Preparation, Run, Scenarios } from './preparation';

/** Runs an operation on a card entity whose text has the ID `body`. */
const onCard =
	(parameters: IDataObject) =>
	async (prepared: Preparation): Promise<Run> => ({
		parameters: { cardId: await prepared.cardEntity(), ...parameters },
	});

const onNone = (parameters: IDataObject) => (): Run => ({
	parameters: { cardId: '7000000000000000000', ...parameters },
});

const text = { elementId: 'body', text: 'Hi, there' };
const newText = { element: 'body', cardBody: 'More' };
const changes = {
	changes: {
		change: [
			{ action: 'text', elementId: 'body', text: 'Ho' },
			{ action: 'add', text: 'More', newElementId: 'more' },
			{ action: 'settings', streamingMode: 'off', summary: 'Done' },
		],
	},
};

/** Card entities: what stays one card while it changes. */
export const cardScenarios: Scenarios = {
	create: {
		works: [
			() => ({ parameters: { streaming: true, cardTitle: 'Deploy' } }),
			() => ({ parameters: { cardSource: 'template', templateId: 'AAqk1' } }),
		],
		refused: (prepared) => {
			prepared.withoutScopes();
			return { parameters: { cardTitle: 'Deploy' } };
		},
		code: 99991672,
	},
	update: {
		works: [onCard({ cardTitle: 'Done' })],
		refused: onNone({ cardTitle: 'Done' }),
		code: 200740,
	},
	updateSettings: {
		works: [onCard({ options: { summary: 'Done' } })],
		refused: onNone({}),
		code: 200740,
	},
	addElement: {
		works: [
			onCard({ position: 'insert_after', targetElementId: 'body', ...newText }),
			onCard({ element: 'divider' }),
		],
		refused: onCard({ position: 'insert_before', targetElementId: 'no', ...newText }),
		code: 300315,
	},
	updateElement: {
		works: [
			onCard({ elementId: 'body', elementProperties: { content: 'Ho' } }),
			onCard({ elementId: 'body', extent: 'whole', ...newText }),
		],
		refused: onCard({ elementId: 'no', elementProperties: { content: 'Ho' } }),
		code: 300313,
	},
	deleteElement: {
		works: [onCard({ elementId: 'body' })],
		refused: onCard({ elementId: 'no' }),
		code: 300314,
	},
	streamText: {
		works: [onCard(text)],
		refused: async (prepared) => ({
			parameters: { cardId: await prepared.cardEntity({ streaming: false }), ...text },
		}),
		code: 300309,
	},
	batchUpdate: {
		works: [onCard(changes)],
		refused: onNone(changes),
		code: 200740,
	},
	getId: {
		works: [async (prepared) => ({ parameters: { messageId: (await prepared.card()).messageId } })],
		refused: () => ({ parameters: { messageId: 'om_0' } }),
		code: 99992354,
	},
};
