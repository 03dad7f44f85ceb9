import { createHash, randomBytes } from 'node:crypto';

/** @returns hexadecimal digits: random, or always the same ones for the same origin */
export function hex(length: number, origin?: string): string {
	const digits =
		origin === undefined
			? randomBytes(length).toString('hex')
			: createHash('sha256').update(origin).digest('hex');
	return digits.slice(0, length);
}

/** IDs in Lark's own forms. With an origin they are the same in every run of the sandbox. */
export const ids = {
	app: (origin?: string) => `cli_${hex(16, origin)}`,
	chat: (origin?: string) => `oc_${hex(32, origin)}`,
	user: (origin?: string) => hex(8, origin && `user ${origin}`),
	message: () => `om_${hex(32)}`,
	batch: () => `bm-${hex(32)}`,
	reaction: () => `ZCaC${hex(48)}`,
	thread: () => `omt_${hex(12)}`,
	image: () => `img_v3_${hex(4)}_${uuid()}`,
	file: () => `file_v3_${hex(4)}_${uuid()}`,
	event: () => hex(32),
	department: (origin?: string) => `od-${hex(32, origin && `department ${origin}`)}`,
	version: () => `oav_${hex(32)}`,
	/** A part of a chat: a tab or a menu item. */
	part: () => String(7_000_000_000_000_000_000n + BigInt(`0x${hex(14)}`)),
	/** open_ids differ from app to app. */
	open: (appId: string, member: string) => `ou_${hex(32, `${appId} ${member}`)}`,
	union: (member: string) => `on_${hex(32, `union ${member}`)}`,
};

function uuid(): string {
	return [8, 4, 4, 4, 12].map((length) => hex(length)).join('-');
}
