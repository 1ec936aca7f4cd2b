#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
Installs OpinionWatch as a Windows service, or puts a newer version in place of an older one.
.DESCRIPTION
Run it in the folder of the unpacked .zip. The program goes to Program Files, configuration and data to ProgramData. What is
configured or kept there already stays; new configuration files are laid beside as NAME.new. The service runs under its own
virtual account, which may read the configuration and write the data and nothing else. No port is opened in the firewall.
#>
[CmdletBinding()]
param(
    [string] $Program = (Join-Path $env:ProgramFiles 'OpinionWatch'),
    [string] $Root = (Join-Path $env:ProgramData 'OpinionWatch')
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$name = 'OpinionWatch'
$account = "NT SERVICE\$name"
$source = Join-Path $PSScriptRoot 'program'
$exe = Join-Path $Program 'opinionwatch.exe'
$config = Join-Path $Root 'config'
$data = Join-Path $Root 'data'

if (-not (Test-Path (Join-Path $source 'opinionwatch.exe'))) {
    throw "$source\opinionwatch.exe is missing: unpack the whole archive first."
}

function Invoke-Tool {
    param([string] $Tool, [string[]] $Arguments)
    & $Tool @Arguments | Out-Null
    if ($LASTEXITCODE -ne 0) {
        throw "$Tool $($Arguments -join ' ') ended with $LASTEXITCODE."
    }
}

$service = Get-Service -Name $name -ErrorAction SilentlyContinue
if ($service -and $service.Status -ne 'Stopped') {
    Stop-Service -Name $name
    $service.WaitForStatus('Stopped', [TimeSpan]::FromSeconds(60))
}

# The program is exchanged as a whole: an upgrade that is cut off leaves the old or the new one.
$new = "$Program.new"
$old = "$Program.old"
foreach ($left in $new, $old) {
    if (Test-Path $left) { Remove-Item $left -Recurse -Force }
}
Copy-Item $source $new -Recurse
if (Test-Path $Program) { Move-Item $Program $old }
Move-Item $new $Program
if (Test-Path $old) { Remove-Item $old -Recurse -Force }

New-Item -ItemType Directory -Force $config, $data | Out-Null
$shipped = Join-Path $PSScriptRoot 'config'
foreach ($file in Get-ChildItem $shipped -Recurse -File) {
    $relative = $file.FullName.Substring($shipped.Length + 1)
    $target = Join-Path $config $relative
    New-Item -ItemType Directory -Force (Split-Path $target) | Out-Null
    if (-not (Test-Path $target)) {
        Copy-Item $file.FullName $target
    }
    elseif ((Get-FileHash $target).Hash -ne (Get-FileHash $file.FullName).Hash) {
        Copy-Item $file.FullName "$target.new" -Force
        Write-Warning "Kept $target; the new version's own stands beside it as .new"
    }
}

$command = '"{0}" run --config "{1}" --data "{2}"' -f $exe, $config, $data
if ($service) {
    Invoke-Tool sc.exe @('config', $name, 'binPath=', $command)
}
else {
    New-Service -Name $name -BinaryPathName $command -DisplayName 'OpinionWatch 舆情监测' -StartupType Automatic `
        -Description '监测公开网页，发现涉自然资源舆情，按时限预警' | Out-Null
}
Invoke-Tool sc.exe @('config', $name, 'obj=', $account)
Invoke-Tool sc.exe @('sidtype', $name, 'unrestricted')
# After a fault it is started again: at once, after 10 seconds, then every minute; a day without fault starts the count anew.
Invoke-Tool sc.exe @('failure', $name, 'reset=', '86400', 'actions=', 'restart/0/restart/10000/restart/60000')
Invoke-Tool sc.exe @('failureflag', $name, '1')

# Contacts and evidence are nobody else's business.
Invoke-Tool icacls.exe @($Root, '/inheritance:r', '/grant:r', '*S-1-5-32-544:(OI)(CI)F', '*S-1-5-18:(OI)(CI)F', '/T', '/Q')
Invoke-Tool icacls.exe @($config, '/grant:r', "${account}:(OI)(CI)RX", '/T', '/Q')
Invoke-Tool icacls.exe @($data, '/grant:r', "${account}:(OI)(CI)M", '/T', '/Q')

# The API's token lies in the service's own environment, which only administrators read.
$key = "HKLM:\SYSTEM\CurrentControlSet\Services\$name"
if (-not (Get-ItemProperty $key -Name Environment -ErrorAction SilentlyContinue)) {
    $bytes = New-Object byte[] 24
    $random = [Security.Cryptography.RandomNumberGenerator]::Create()
    $random.GetBytes($bytes)
    $random.Dispose()
    $token = -join ($bytes | ForEach-Object { $_.ToString('x2') })
    New-ItemProperty $key -Name Environment -PropertyType MultiString -Value @("OPINIONWATCH_API_TOKEN=$token") | Out-Null
}

if (-not [Diagnostics.EventLog]::SourceExists($name)) {
    New-EventLog -LogName Application -Source $name
}

& $exe check --config $config --data $data
if ($LASTEXITCODE -ne 0) {
    Write-Warning 'The configuration has faults (above); the service does not start until they are mended.'
}
else {
    Start-Service -Name $name
}
Write-Output "Installed. Console: http://127.0.0.1:8650  configuration: $config  data: $data"
