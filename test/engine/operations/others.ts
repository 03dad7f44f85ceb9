import { itemWithFile } from '../harness';
import { byId } from '../lark-node';
import { PNG_BYTES } from '../../support/media';
import type { Run, Scenarios, Stage } from './stage';

const file = async (): Promise<Run> => ({
	parameters: {},
	items: [await itemWithFile(PNG_BYTES, { fileName: 'a.png', mimeType: 'image/png' })],
});

const refusedFile = async (stage: Stage) => {
	stage.withoutScopes();
	return await file();
};

const batch = async (stage: Stage) => {
	const parameters = { text: 'Hi', users: stage.alice.userId };
	return { parameters: { batchMessageId: await stage.done('batchMessage', 'send', parameters) } };
};

const noBatch = () => ({ parameters: { batchMessageId: 'bm-0' } });

export const apiRequestScenarios: Scenarios = {
	request: {
		works: [() => ({ parameters: { path: '/open-apis/bot/v3/info' } })],
		refused: () => ({ parameters: { path: '/open-apis/im/v1/messages/om_0' } }),
		code: 99992354,
	},
};

export const batchMessageScenarios: Scenarios = {
	send: {
		works: [({ alice }) => ({ parameters: { text: 'Hi', users: alice.userId } })],
		refused: () => ({ parameters: { text: 'Hi', users: 'nobody' } }),
		code: 10003,
	},
	getProgress: { works: [batch], refused: noBatch, code: 230030 },
	getReadCount: { works: [batch], refused: noBatch, code: 230030 },
	delete: { works: [batch], refused: noBatch, code: 230030 },
};

export const botScenarios: Scenarios = {
	getInfo: {
		works: [() => ({ parameters: {} })],
		refused: ({ lark }) => {
			lark.sandbox.app.botEnabled = false;
			return { parameters: {} };
		},
		code: 11205,
	},
};

export const fileScenarios: Scenarios = {
	uploadFile: { works: [file], refused: refusedFile, code: 99991672 },
	uploadImage: { works: [file], refused: refusedFile, code: 99991672 },
	downloadFile: {
		works: [(stage) => ({ parameters: { fileKey: stage.uploaded('file_1') } })],
		refused: () => ({ parameters: { fileKey: 'file_0' } }),
		code: 234005,
	},
	downloadImage: {
		works: [(stage) => ({ parameters: { imageKey: stage.uploaded('img_1', 'image') } })],
		refused: () => ({ parameters: { imageKey: 'img_0' } }),
		code: 234005,
	},
	downloadAttachment: {
		works: [
			async (stage) => {
				const fileKey = stage.uploaded('file_1');
				const { messageId } = await stage.sent({ msgType: 'file', source: 'key', fileKey });
				return { parameters: { messageId, fileKey } };
			},
		],
		refused: (stage) => ({
			parameters: { messageId: stage.said().messageId, fileKey: 'file_0' },
		}),
		code: 234003,
	},
};

export const pinScenarios: Scenarios = {
	add: {
		works: [(stage) => ({ parameters: { messageId: stage.said().messageId } })],
		refused: (stage) => ({ parameters: { messageId: stage.recalled().messageId } }),
		code: 230011,
	},
	remove: {
		works: [(stage) => ({ parameters: { messageId: stage.said().messageId } })],
		refused: (stage) => ({ parameters: { messageId: stage.said(stage.foreign).messageId } }),
		code: 230002,
	},
	getAll: {
		works: [
			async (stage) => {
				await stage.done('pin', 'add', { messageId: stage.said().messageId });
				return { parameters: stage.chat() };
			},
		],
		refused: (stage) => ({ parameters: stage.chat(stage.foreign) }),
		code: 230002,
	},
};

const OK = { emoji: byId('OK') };

export const reactionScenarios: Scenarios = {
	add: {
		works: [(stage) => ({ parameters: { messageId: stage.said().messageId, ...OK } })],
		refused: (stage) => ({ parameters: { messageId: stage.recalled().messageId, ...OK } }),
		code: 230110,
	},
	remove: {
		works: [
			async (stage) => {
				const parameters = { messageId: stage.said().messageId, ...OK };
				await stage.done('reaction', 'add', parameters);
				return { parameters };
			},
		],
		refused: (stage) => {
			const { messageId } = stage.said();
			return { parameters: { messageId, removeBy: 'id', reactionId: 'unknown' } };
		},
		code: 231011,
	},
	getAll: {
		works: [
			async (stage) => {
				const { messageId } = stage.said();
				await stage.done('reaction', 'add', { messageId, ...OK });
				return { parameters: { messageId } };
			},
		],
		refused: (stage) => ({ parameters: { messageId: stage.recalled().messageId } }),
		code: 230110,
	},
	getForMessages: {
		works: [
			async (stage) => {
				const { messageId } = stage.said();
				await stage.done('reaction', 'add', { messageId, ...OK });
				return { parameters: { messageIds: `${messageId}, om_0` } };
			},
		],
		refused: (stage) => {
			stage.lark.sandbox.app.botEnabled = false;
			return { parameters: { messageIds: stage.said().messageId } };
		},
		code: 230006,
	},
};

export const userScenarios: Scenarios = {
	findByEmailOrPhone: {
		works: [({ alice }) => ({ parameters: { emails: alice.email } })],
		refused: (stage) => {
			const emails = stage.withoutScopes().alice.email;
			return { parameters: { emails } };
		},
		code: 99991672,
	},
	get: {
		works: [
			({ alice }) => ({ parameters: { userId: alice.userId } }),
			({ alice }) => ({ parameters: { userId: alice.email } }),
		],
		refused: () => ({ parameters: { userId: 'ou_0' } }),
		code: 41012,
	},
	getAll: {
		works: [() => ({ parameters: {} })],
		refused: () => ({ parameters: { departmentId: 'od-0' } }),
		code: 40004,
	},
	getNames: {
		works: [({ alice }) => ({ parameters: { users: alice.userId } })],
		refused: (stage) => ({ parameters: { users: stage.withoutScopes().alice.userId } }),
		code: 99991672,
	},
};
