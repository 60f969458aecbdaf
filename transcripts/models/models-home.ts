import { homedir } from 'node:os'
import { join } from 'node:path'

type Environment = Record<string, string | undefined>

/**
 * Where pulled models lie: `ORDAGRANT_MODELS`, else `ordagrant/models` in the user's data folder of the system
 * (XDG_DATA_HOME or ~/.local/share, ~/Library/Application Support, %LOCALAPPDATA%).
 */
export function modelsHome(env: Environment = process.env, platform: NodeJS.Platform = process.platform): string {
  if (env.ORDAGRANT_MODELS) return env.ORDAGRANT_MODELS
  return join(dataFolder(env, platform), 'ordagrant', 'models')
}

function dataFolder(env: Environment, platform: NodeJS.Platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  if (platform === 'win32') return env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local')
  return env.XDG_DATA_HOME || join(homedir(), '.local', 'share')
}
