import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';

const DOCS = path.join(__dirname, '..', '..', '..', 'docs');
const SCRATCH = path.join(tmpdir(), 'n8n-nodes-lark-im-screenshots');

/** The README's pictures are in docs/ and change only on demand; all others are there to be looked at. */
function fileFor(name: string): string {
	const inDocs = path.join(DOCS, name);
	return process.env.UPDATE_SCREENSHOTS && existsSync(inDocs) ? inDocs : path.join(SCRATCH, name);
}

/** n8n's notes in the corner cover a part of the picture. */
const NO_NOTES = '.el-notification { display: none !important }';

/**
 * Takes a screenshot into n8n-nodes-lark-im-screenshots in the temporary folder. With UPDATE_SCREENSHOTS=1 it replaces the picture of that name in docs/, if there is one.
 *
 * @param size of the window while the picture is taken
 * @param arrange what to do in that window before
 */
export async function screenshot(
	page: Page,
	name: string,
	size: { width: number; height: number },
	arrange?: () => Promise<void>,
): Promise<void> {
	const before = page.viewportSize();
	await page.bringToFront();
	await page.setViewportSize(size);
	await arrange?.();
	await page.screenshot({ path: fileFor(name), style: NO_NOTES, animations: 'disabled' });
	if (before) await page.setViewportSize(before);
}
