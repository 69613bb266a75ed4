import { holdFiles } from "../../src/background/file-address.ts";

holdFiles();
