import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';

const FOLDER = process.env.UPDATE_SCREENSHOTS
	? path.join(__dirname, '..', '..', '..', 'docs')
	: path.join(tmpdir(), 'n8n-nodes-lark-im-screenshots');

/** n8n's notes in the corner cover a part of the picture. */
const NO_NOTES = '.el-notification { display: none !important }';

/**
 * Takes a screenshot that the README shows: into docs/ with UPDATE_SCREENSHOTS=1, else into n8n-nodes-lark-im-screenshots in the temporary folder.
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
	await page.screenshot({ path: path.join(FOLDER, name), style: NO_NOTES, animations: 'disabled' });
	if (before) await page.setViewportSize(before);
}
