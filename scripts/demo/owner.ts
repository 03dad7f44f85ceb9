import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { RestError, type N8nClient, type Owner } from '../../harness/n8n-server';

/**
 * Logs in as the owner of the demo's n8n, whose random password is stored in the folder on the first start.
 *
 * @returns the owner, for the person at the terminal to log in too
 */
export async function logInAsOwner(client: N8nClient, userFolder: string): Promise<Owner> {
	const owner = await rememberedOwner(path.join(userFolder, 'owner.json'));
	try {
		await client.setupOwner(owner);
	} catch (error) {
		if (!(error instanceof RestError)) throw error;
		await client.login(owner);
	}
	return owner;
}

async function rememberedOwner(file: string): Promise<Owner> {
	try {
		return JSON.parse(await readFile(file, 'utf8')) as Owner;
	} catch {
		const owner = {
			email: 'demo@example.com',
			password: `Lark1-${randomBytes(9).toString('hex')}`,
			firstName: 'Demo',
			lastName: 'Owner',
		};
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, JSON.stringify(owner), { mode: 0o600 });
		return owner;
	}
}
