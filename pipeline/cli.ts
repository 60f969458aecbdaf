#!/usr/bin/env node
import { program } from './commands/program.js'

process.exitCode = await program(process.argv.slice(2), process)
