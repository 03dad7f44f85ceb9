/** npm run test:queue [-- names]: an n8n in queue mode, with Redis and PostgreSQL; prints what came of it, and fails if anything was lost. */
import { isMet, print, type Section } from '../../harness/report';
import { openSetup } from '../support/server';
import { startInstallation } from './harness/installation';
import { catchUp } from './catch-up';
import { decisions } from './decisions';
import { liveAnswers } from './live-answers';
import { killedAnswers } from './killed-answers';
import { longConnection } from './long-connection';
import { sending } from './sending';
import { siblings } from './siblings';
import { webhook } from './webhook';

/** How many events each part has. */
const EVENTS = Number(process.env.QUEUE_EVENTS ?? 2_000);

/** Lark's ladder of 15 s, 5 min, 1 h, 6 h, so many times shorter. */
const TIME_SCALE = 1 / 200;

async function main(names: string[]): Promise<void> {
	const installation = await startInstallation();
	try {
		const setup = await openSetup({ timeScale: TIME_SCALE }, installation.address);
		const parts: Record<string, () => Promise<Section>> = {
			webhook: async () => await webhook(installation, setup, EVENTS),
			siblings: async () => await siblings(installation, setup),
			catchUp: async () => await catchUp(installation, setup),
			longConnection: async () => await longConnection(installation, setup, EVENTS),
			liveAnswers: async () => await liveAnswers(installation, setup, Math.ceil(EVENTS / 200)),
			killedAnswers: async () => await killedAnswers(installation),
			decisions: async () => await decisions(installation, setup, Math.ceil(EVENTS / 40)),
			sending: async () => await sending(installation, setup.client),
		};
		for (const name of names.length > 0 ? names : Object.keys(parts)) {
			const section = await parts[name]();
			print(section);
			if (!section.checks.every(isMet)) process.exitCode = 1;
		}
		await setup.sandbox.close();
	} finally {
		await installation.stop();
	}
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
