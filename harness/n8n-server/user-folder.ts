import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';

const runFile = promisify(execFile);

/** Makes an empty folder for a throw-away n8n. */
export async function scratchFolder(): Promise<string> {
	return await mkdtemp(path.join(tmpdir(), 'n8n-nodes-lark-im-'));
}

/**
 * Puts a packed community package where n8n keeps the ones its users install, replacing an older copy.
 * It is unpacked rather than linked, so that n8n sees exactly what the registry would serve.
 *
 * @param userFolder n8n's N8N_USER_FOLDER
 * @param tgz a package made by `npm pack`; it must have no runtime dependencies
 */
export async function installPackage(userFolder: string, tgz: string): Promise<void> {
	const modules = modulesFolder(userFolder);
	const draft = path.join(modules, '.unpacked');
	await mkdir(draft, { recursive: true });
	await runFile('tar', ['-xzf', tgz, '-C', draft]);
	const unpacked = path.join(draft, 'package');
	const place = path.join(modules, await packageName(unpacked));
	await rm(place, { recursive: true, force: true });
	await mkdir(path.dirname(place), { recursive: true });
	await rename(unpacked, place);
	await rm(draft, { recursive: true, force: true });
}

/**
 * Copies a fresh build over that of an installed package, file by file. A link to the sources would not do:
 * n8n forgets the modules of a package by its path in the user folder, Node keeps them by their real path.
 *
 * @param userFolder n8n's N8N_USER_FOLDER, where `installPackage` has put the package
 * @param root the folder with the sources' package.json and `dist`
 */
export async function replaceBuild(userFolder: string, root: string): Promise<void> {
	const place = path.join(modulesFolder(userFolder), await packageName(root));
	await cp(path.join(root, 'dist'), path.join(place, 'dist'), { recursive: true });
}

const modulesFolder = (userFolder: string) =>
	path.join(userFolder, '.n8n', 'nodes', 'node_modules');

async function packageName(folder: string): Promise<string> {
	const text = await readFile(path.join(folder, 'package.json'), 'utf8');
	return (JSON.parse(text) as { name: string }).name;
}
