import { closeEnvironment, openEnvironment } from './environment';

beforeAll(openEnvironment);
afterAll(closeEnvironment);
