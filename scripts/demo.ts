import { rm } from 'node:fs/promises';
import path from 'node:path';

import { checkDemo } from './demo/check';
import { ALERT_CHAT, startDemo, type Demo } from './demo/start';
import { watchSources } from './demo/watch';
import { freePort, scratchFolder } from '../harness/n8n-server';
import { cacheFolder, ensureRuntime } from '../harness/runtime';

const DEFAULT_N8N_PORT = 5678;
const DEFAULT_SANDBOX_PORT = 8765;
const FIXED_SANDBOX_PORT = Number(process.env.SANDBOX_PORT ?? 0);

/**
 * `npm run demo`: n8n and a Lark sandbox, connected, until Ctrl-C. Keeps its data for the next start.
 *
 * @param edit `npm run dev`: every change of the nodes is built and reloaded
 */
async function show(edit: boolean): Promise<void> {
	const { dir } = await ensureRuntime();
	const demo = await startDemo({
		userFolder: path.join(cacheFolder(), `demo-${path.basename(dir)}`),
		n8nPort: DEFAULT_N8N_PORT,
		sandboxPort: FIXED_SANDBOX_PORT || (await freePort(DEFAULT_SANDBOX_PORT)),
		reload: edit,
	});
	console.log(invitation(demo));
	if (edit) {
		watchSources(demo.n8n);
		console.log(
			'  Watching nodes/, credentials/ and icons/: a change is in n8n some seconds later.\n',
		);
	}
	// Ctrl-C arrives several times: from the terminal, and forwarded by npm and tsx.
	let closing: Promise<void> | undefined;
	const end = () => {
		if (!closing) console.log('\nEnding n8n and the sandbox ...');
		closing ??= demo.close().then(() => process.exit(0));
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}

/** `npm run demo -- --check`: the same without a person, on free ports and with nothing kept. */
async function check(): Promise<void> {
	const userFolder = await scratchFolder();
	try {
		const demo = await startDemo({ userFolder, n8nPort: 0, sandboxPort: FIXED_SANDBOX_PORT });
		try {
			await checkDemo(demo);
		} catch (error) {
			console.error(`The end of n8n's log:\n${demo.n8n.log.tail()}\n`);
			throw error;
		} finally {
			await demo.close();
		}
	} finally {
		await rm(userFolder, { recursive: true, force: true });
	}
	console.log('The demo works.');
}

const invitation = ({
	n8n,
	sandbox,
	owner,
	setUp,
	echoBot,
	alertSender,
	longConnectionBot,
	liveBot,
	liveLongConnectionBot,
	alertUrl,
}: Demo) => `
  n8n             ${n8n.url}
    log in with   ${owner.email}
    password      ${owner.password}
  Lark sandbox    ${sandbox.url}
    App ID        ${sandbox.app.appId}
    App Secret    ${sandbox.app.appSecret}

  Try this:
  1. Open the sandbox and write to the bot, or mention it in a group: it answers.
     The workflow behind it: ${n8n.url}/workflow/${echoBot.id}
  2. Write "/ask How does this work?" to the bot, and watch an AI agent answer: a scripted model on this computer plays the AI.
     The workflow behind it: ${n8n.url}/workflow/${liveBot.id}
     The same for the long connection: ${n8n.url}/workflow/${liveLongConnectionBot.id}
  3. Send an alert, and look at the group ${ALERT_CHAT}:
     curl -d severity=critical -d service=db-1 -d text='The disk is full' ${alertUrl}
     The workflow behind it: ${n8n.url}/workflow/${alertSender.id}
  4. Make your own workflow: search for "Lark" in the editor. The credential is there already, and so is every example.
     With "Act As: Group Bot", it sends by the webhook of ${ALERT_CHAT}, without an app.
  5. Try the long connection: publish ${n8n.url}/workflow/${longConnectionBot.id}
     and press "Use the long connection" in the sandbox's developer console.
  6. Act as a person: open the credential "Lark sandbox, as a person" and press Connect.
  7. See how the app was set up: it began with App ID and App Secret alone, and nobody has touched its developer console.
     The workflow behind it: ${n8n.url}/workflow/${setUp.id}

  Ctrl-C ends everything; the next start takes seconds and finds your workflows again.
`;

const { argv } = process;
(argv.includes('--check') ? check() : show(argv.includes('--edit'))).catch((error) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
