import { subscribe } from '../../../nodes/LarkLongConnectionTrigger/connection/registry';
import type { ConnectionChange } from '../../../nodes/LarkLongConnectionTrigger/connection/outage';
import { connectionStatus } from '../../../nodes/shared/connection/status';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { waitFor } from '../../../harness/n8n-server/wait';
import { listener } from './subscriber';

describe('the status of a long connection', () => {
	let sandbox: Sandbox;
	let leave: (() => void) | undefined;
	let changes: ConnectionChange[];

	beforeEach(async () => {
		sandbox = await startSandbox({ timeScale: 0.001 });
		changes = [];
	});
	afterEach(async () => {
		leave?.();
		await sandbox.close();
	});

	const app = () => {
		const { appId, appSecret } = sandbox.app;
		return { baseUrl: sandbox.url, appId, appSecret };
	};
	const connect = async (as = app()) => {
		const { subscriber, lost } = listener();
		const onChange = (change: ConnectionChange) => void changes.push(change);
		leave = await subscribe(as, { ...subscriber, onChange });
		return lost;
	};
	const drop = () => sandbox.hub.of(sandbox.app.appId)[0].drop();
	const told = async (...statuses: string[]) => {
		await waitFor(statuses.join(), () => changes.length >= statuses.length || undefined);
		expect(changes.map(({ status }) => status)).toEqual(statuses);
	};

	it('says nothing about the first opening, and that nobody wants it after the last leaves', async () => {
		await connect();
		expect(connectionStatus(app())).toMatchObject({ state: 'open', attempts: 0 });
		leave?.();
		expect([changes, connectionStatus(app())]).toEqual([[], undefined]);
	});

	it('reports a loss and the restoration once each, with the time of the loss', async () => {
		await connect();
		drop();
		await told('lost', 'restored');
		const [lost, restored] = changes;
		expect(lost).toMatchObject({ reason: 'The connection broke off', attempts: 0 });
		expect(restored).toMatchObject({ since: lost.since, reason: lost.reason });
		expect(restored.attempts).toBeGreaterThan(0);
		expect(connectionStatus(app())).toMatchObject({ state: 'open' });
	});

	it('reports a refusal with the reason, and the restoration after a new start', async () => {
		const lost = await connect();
		sandbox.app.appSecret = 'changed';
		drop();
		await told('lost', 'refused');
		expect(changes[1].reason).toMatch(/App Secret/);
		expect(changes[1].since).toBe(changes[0].since);
		await waitFor('the end', () => lost.length > 0 || undefined);
		leave?.();
		expect(connectionStatus(app())).toMatchObject({ state: 'refused' });
		await connect(app());
		await told('lost', 'refused', 'restored');
	});
});
