#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
Takes OpinionWatch off the machine. Configuration and data stay unless -Purge is given and confirmed.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    [string] $Program = (Join-Path $env:ProgramFiles 'OpinionWatch'),
    [string] $Root = (Join-Path $env:ProgramData 'OpinionWatch'),
    [switch] $Purge
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$name = 'OpinionWatch'
$service = Get-Service -Name $name -ErrorAction SilentlyContinue
if ($service) {
    if ($service.Status -ne 'Stopped') {
        Stop-Service -Name $name
        $service.WaitForStatus('Stopped', [TimeSpan]::FromSeconds(60))
    }
    & sc.exe delete $name | Out-Null
    if ($LASTEXITCODE -ne 0) {
        throw "sc.exe delete $name ended with $LASTEXITCODE."
    }
}
if (Test-Path $Program) {
    Remove-Item $Program -Recurse -Force
}
if ($Purge -and (Test-Path $Root) -and $PSCmdlet.ShouldProcess($Root, 'Remove configuration and ALL data (records, evidence)')) {
    Remove-Item $Root -Recurse -Force
}
