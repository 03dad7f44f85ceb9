import { closeEnvironment, openEnvironment } from '../../../harness/engine/environment';

beforeAll(openEnvironment);
afterAll(closeEnvironment);
