import { CHAT_BOT_SCOPES } from '../support/app-scopes';
import type { LarkNode } from './lark-node';
import { useCompleteApp, withCredential, wrong } from './set-ups/check-setup';

describe('App > Check Setup', () => {
	let lark: LarkNode;
	const check = useCompleteApp((opened) => (lark = opened));

	it('finds nothing wrong with a complete set-up', async () => {
		const findings = await check();
		expect(wrong(findings)).toEqual([]);
		expect(findings.map((finding) => finding.check)).toEqual([
			'credential',
			'ipAllowList',
			'bot',
			'enabled',
			'version',
			'scopes',
			'events',
			'callbacks',
			'delivery',
			'callbackDelivery',
			'connections',
			'encryption',
			'availability',
			'contactRange',
		]);
		expect(JSON.stringify(findings)).not.toContain(lark.sandbox.app.encryptKey);
	});

	it('finds nothing wrong when the trigger reads the Encrypt Key of the app by itself', async () => {
		withCredential(lark, { encryptKey: '', verificationToken: '' });
		expect(wrong(await check())).toEqual([]);
	});

	it('opens the page with the missing scopes chosen', async () => {
		lark.sandbox.app.scopes = CHAT_BOT_SCOPES.filter((scope) => !scope.startsWith('im:resource'));
		const { link } = (await check()).find(({ check: name }) => name === 'scopes')!;
		expect(new URL(link as string).searchParams.get('q')).toBe('im:resource:upload');
	});

	it('asks of an app that only sends neither for events nor for keys', async () => {
		Object.assign(lark.sandbox.app, { events: [], requestUrl: '', encryptKey: '' });
		expect(wrong(await check({ purpose: 'alerts' }))).toEqual([]);
	});

	it('counts a broad scope for the narrow one', async () => {
		const { app } = lark.sandbox;
		const others = CHAT_BOT_SCOPES.filter((scope) => !scope.startsWith('im:message:'));
		app.scopes = [...others, 'im:message', 'admin:app.info:readonly'];
		expect(wrong(await check())).toEqual([]);
	});

	it('refuses what is no scope before it asks Lark', async () => {
		const options = { scopes: 'im:chat, all of them!' };
		const { error } = await lark.run({ resource: 'app', operation: 'checkSetup', options });
		expect(error?.message).toBe('Additional Scopes cannot have "all of them!"');
		expect(lark.sandbox.requests).toEqual([]);
	});
});
