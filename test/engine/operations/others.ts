import { itemWithFile } from '../harness';
import { byId } from '../lark-node';
import { PNG_BYTES } from '../../support/media';
import type { Run, Scenarios, Preparation } from './preparation';

const file = async (): Promise<Run> => ({
	parameters: {},
	items: [await itemWithFile(PNG_BYTES, { fileName: 'a.png', mimeType: 'image/png' })],
});

const refusedFile = async (prepared: Preparation) => {
	prepared.withoutScopes();
	return await file();
};

const batch = async (prepared: Preparation) => {
	const parameters = { text: 'Hi', users: prepared.alice.userId };
	return {
		parameters: { batchMessageId: await prepared.done('batchMessage', 'send', parameters) },
	};
};

const noBatch = () => ({ parameters: { batchMessageId: 'bm-0' } });

/** The app with an open draft: everything that Set Up can change. */
const bareApp = (prepared: Preparation): Run => {
	const { app } = prepared.lark.sandbox;
	const scopes = ['application:application:patch', 'application:application:self_manage'];
	Object.assign(app, { scopes, botEnabled: false });
	return { parameters: { dryRun: false } };
};

export const appScenarios: Scenarios = {
	checkSetup: { works: [() => ({ parameters: {} })], reports: true },
	getOutboundIps: {
		works: [() => ({ parameters: {} })],
		refused: (prepared) => {
			prepared.withoutScopes();
			return { parameters: {} };
		},
		code: 99991672,
	},
	setUp: {
		works: [bareApp],
		refused: (prepared) => {
			bareApp(prepared);
			prepared.lark.sandbox.app.console.source = 'base';
			return { parameters: { dryRun: false } };
		},
		code: 210015,
	},
};

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
		works: [(prepared) => ({ parameters: { fileKey: prepared.uploaded('file_1') } })],
		refused: () => ({ parameters: { fileKey: 'file_0' } }),
		code: 234005,
	},
	downloadImage: {
		works: [(prepared) => ({ parameters: { imageKey: prepared.uploaded('img_1', 'image') } })],
		refused: () => ({ parameters: { imageKey: 'img_0' } }),
		code: 234005,
	},
	downloadAttachment: {
		works: [
			async (prepared) => {
				const fileKey = prepared.uploaded('file_1');
				const { messageId } = await prepared.sent({ msgType: 'file', source: 'key', fileKey });
				return { parameters: { messageId, fileKey } };
			},
		],
		refused: (prepared) => ({
			parameters: { messageId: prepared.said().messageId, fileKey: 'file_0' },
		}),
		code: 234003,
	},
};

export const pinScenarios: Scenarios = {
	add: {
		works: [(prepared) => ({ parameters: { messageId: prepared.said().messageId } })],
		refused: (prepared) => ({ parameters: { messageId: prepared.recalled().messageId } }),
		code: 230011,
	},
	remove: {
		works: [(prepared) => ({ parameters: { messageId: prepared.said().messageId } })],
		refused: (prepared) => ({
			parameters: { messageId: prepared.said(prepared.foreign).messageId },
		}),
		code: 230002,
	},
	getAll: {
		works: [
			async (prepared) => {
				await prepared.done('pin', 'add', { messageId: prepared.said().messageId });
				return { parameters: prepared.chat() };
			},
		],
		refused: (prepared) => ({ parameters: prepared.chat(prepared.foreign) }),
		code: 230002,
	},
};

const OK = { emoji: byId('OK') };

export const reactionScenarios: Scenarios = {
	add: {
		works: [(prepared) => ({ parameters: { messageId: prepared.said().messageId, ...OK } })],
		refused: (prepared) => ({ parameters: { messageId: prepared.recalled().messageId, ...OK } }),
		code: 230110,
	},
	remove: {
		works: [
			async (prepared) => {
				const parameters = { messageId: prepared.said().messageId, ...OK };
				await prepared.done('reaction', 'add', parameters);
				return { parameters };
			},
		],
		refused: (prepared) => {
			const { messageId } = prepared.said();
			return { parameters: { messageId, removeBy: 'id', reactionId: 'unknown' } };
		},
		code: 231011,
	},
	getAll: {
		works: [
			async (prepared) => {
				const { messageId } = prepared.said();
				await prepared.done('reaction', 'add', { messageId, ...OK });
				return { parameters: { messageId } };
			},
		],
		refused: (prepared) => ({ parameters: { messageId: prepared.recalled().messageId } }),
		code: 230110,
	},
	getForMessages: {
		works: [
			async (prepared) => {
				const { messageId } = prepared.said();
				await prepared.done('reaction', 'add', { messageId, ...OK });
				return { parameters: { messageIds: `${messageId}, om_0` } };
			},
		],
		refused: (prepared) => {
			prepared.lark.sandbox.app.botEnabled = false;
			return { parameters: { messageIds: prepared.said().messageId } };
		},
		code: 230006,
	},
};

const disabled = ({ lark, alice }: Preparation): Run => {
	lark.sandbox.app.disabled = true;
	return { parameters: { name: alice.name } };
};

export const userScenarios: Scenarios = {
	findByEmailOrPhone: {
		works: [({ alice }) => ({ parameters: { emails: alice.email } })],
		refused: (prepared) => {
			const emails = prepared.withoutScopes().alice.email;
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
	getSeveral: {
		works: [({ alice }) => ({ parameters: { users: alice.userId } })],
		refused: (prepared) => ({ parameters: { users: prepared.withoutScopes().alice.userId } }),
		code: 99991672,
	},
	search: {
		works: [({ alice }) => ({ parameters: { name: alice.name } })],
		refused: disabled,
		code: 99991662,
	},
	getNames: {
		works: [({ alice }) => ({ parameters: { users: alice.userId } })],
		refused: (prepared) => ({ parameters: { users: prepared.withoutScopes().alice.userId } }),
		code: 99991672,
	},
};
