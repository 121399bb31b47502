# Runs cmdlets of the Lync / Skype for Business management shell for the Persistent Chat failback.
#
# Windows PowerShell 3.0 or later. ASCII only: 5.1 reads a script without a byte order mark in the machine's ANSI code page.
#
# Standard input: one JSON object, read to the end. The automatic variable for pipeline input must not occur anywhere in this file:
# where it does, powershell.exe -File reads standard input itself.
#   remote  null, or { uri, user, password }; user and password may be null
#   calls   list of { name, parameters, select }; parameters maps a name to one of
#             { "text": "..." }  { "flag": true }  { "null": true }  { "modify": { "Replace": ["..."] } }
# Standard output: <<<PCFB: and :PCFB>>> around the base64 of a JSON object in UTF-8
#   results  list of { objects, warnings }, one for each call that ran; objects is a list of { property: [ "...", ... ] }
#   error    null, or { stage, call, id, category, message }; call counts from 0
# Exit code: 0 all calls ran, 10 a cmdlet failed, 11 the module is missing, 12 no remote session, 13 the request is not valid.
#
# Nothing of the request is ever run as script text: names are compared with the list below, values are passed as values.

# Global, because the functions that stand for the cmdlets of a remote session live in a module, which does not see this script's variables.
$global:ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'
$global:VerbosePreference = 'SilentlyContinue'
$global:DebugPreference = 'SilentlyContinue'

$allowed = @(
    'Get-CsService',
    'Get-CsPool',
    'Get-CsPersistentChatState',
    'Set-CsPersistentChatActiveServer',
    'Set-CsPersistentChatState',
    'Get-CsManagementStoreReplicationStatus',
    'Invoke-CsManagementStoreReplication'
)

function Read-Request {
    $stream = [Console]::OpenStandardInput()
    $utf8 = New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false
    $reader = New-Object -TypeName System.IO.StreamReader -ArgumentList $stream, $utf8
    try {
        $reader.ReadToEnd() | ConvertFrom-Json
    } finally {
        $reader.Dispose()
    }
}

function Write-Answer([System.Collections.ArrayList] $Results, $Failure) {
    # -InputObject and an explicit depth: from the pipeline a list of one loses its brackets, and the default depth of 2 cuts silently.
    $json = ConvertTo-Json -InputObject @{ results = $Results.ToArray(); error = $Failure } -Depth 8 -Compress
    $base64 = [Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($json))
    # Past the formatter, which would break long lines at the width of the console.
    [Console]::Out.Write("`r`n<<<PCFB:" + $base64 + ":PCFB>>>`r`n")
    [Console]::Out.Flush()
}

function ConvertTo-Failure([string] $Stage, [int] $Call, [System.Management.Automation.ErrorRecord] $Record) {
    @{
        stage    = $Stage
        call     = $Call
        id       = [string] $Record.FullyQualifiedErrorId
        category = [string] $Record.CategoryInfo.Category
        message  = [string] $Record.Exception.Message
    }
}

function ConvertTo-Text($Value) {
    if ($Value -is [datetime]) {
        # A time without a zone is taken as it stands, so that two times of one cmdlet can always be compared.
        $utc = $Value
        if ($utc.Kind -eq [System.DateTimeKind]::Local) {
            $utc = $utc.ToUniversalTime()
        }
        $utc = [datetime]::SpecifyKind($utc, [System.DateTimeKind]::Utc)
        return $utc.ToString('o', [System.Globalization.CultureInfo]::InvariantCulture)
    }
    return [string] $Value
}

function ConvertTo-Texts($Value) {
    if ($null -eq $Value) {
        return
    }
    if (($Value -is [System.Collections.IEnumerable]) -and -not ($Value -is [string])) {
        foreach ($element in $Value) {
            ConvertTo-Text $element
        }
    } else {
        ConvertTo-Text $Value
    }
}

function ConvertTo-Arguments($Parameters) {
    $arguments = @{}
    foreach ($parameter in $Parameters.PSObject.Properties) {
        $form = @($parameter.Value.PSObject.Properties)[0]
        switch ($form.Name) {
            'text' { $arguments[$parameter.Name] = [string] $form.Value }
            'flag' { $arguments[$parameter.Name] = [bool] $form.Value }
            'null' { $arguments[$parameter.Name] = $null }
            'modify' {
                $changes = @{}
                foreach ($change in $form.Value.PSObject.Properties) {
                    $changes[$change.Name] = [string[]] @($change.Value)
                }
                $arguments[$parameter.Name] = $changes
            }
            default { throw "A parameter has a value of the unknown form '$($form.Name)'." }
        }
    }
    return $arguments
}

function Select-Properties($Object, [string[]] $Names) {
    $selected = @{}
    foreach ($name in $Names) {
        $property = $Object.PSObject.Properties[$name]
        if ($null -ne $property) {
            # The cast makes a plain array; 5.1 writes one that went through the pipeline as an object with value and Count.
            $selected[$name] = [string[]] @(ConvertTo-Texts $property.Value)
        }
    }
    return $selected
}

function Invoke-Call($Call) {
    $arguments = ConvertTo-Arguments $Call.parameters
    $names = [string[]] @($Call.select | Where-Object { $_ })
    $objects = New-Object System.Collections.ArrayList
    # The name is one of the list by now; the call operator runs a command of that name and nothing else.
    & $Call.name @arguments -ErrorAction Stop -WarningAction SilentlyContinue -WarningVariable warned | ForEach-Object {
        [void] $objects.Add((Select-Properties $_ $names))
    }
    return @{ objects = $objects.ToArray(); warnings = [string[]] @(ConvertTo-Texts $warned) }
}

function Open-RemoteShell($Remote) {
    $options = @{ ConnectionUri = [string] $Remote.uri }
    if ($null -ne $Remote.user) {
        $password = New-Object System.Security.SecureString
        foreach ($character in ([string] $Remote.password).ToCharArray()) {
            $password.AppendChar($character)
        }
        $user = [string] $Remote.user
        $options.Credential = New-Object -TypeName System.Management.Automation.PSCredential -ArgumentList $user, $password
    }
    return New-PSSession @options
}

$results = New-Object System.Collections.ArrayList
$session = $null
$stage = 'request'
$index = 0
$code = 13
try {
    $request = Read-Request
    foreach ($call in @($request.calls)) {
        if ($allowed -cnotcontains $call.name) {
            throw "The cmdlet '$($call.name)' is not one of those that this script runs."
        }
    }
    if ($null -ne $request.remote) {
        $stage = 'remote'
        $code = 12
        $session = Open-RemoteShell $request.remote
        # Role based access control leaves cmdlets out of the session; asking for one that is not there is an error here.
        $stage = 'import'
        $wanted = [string[]] @($request.calls | ForEach-Object { $_.name } | Select-Object -Unique)
        Import-PSSession -Session $session -CommandName $wanted -AllowClobber -DisableNameChecking -WarningAction SilentlyContinue |
            Out-Null
    } else {
        $stage = 'module'
        $code = 11
        $module = Get-Module -ListAvailable -Name 'SkypeForBusiness', 'Lync' |
            Sort-Object -Property Name -Descending |
            Select-Object -First 1
        if ($null -eq $module) {
            throw 'Neither the module SkypeForBusiness nor the module Lync is installed.'
        }
        Import-Module -Name $module.Name -WarningAction SilentlyContinue
    }
    $stage = 'cmdlet'
    $code = 10
    foreach ($call in @($request.calls)) {
        [void] $results.Add((Invoke-Call $call))
        $index++
    }
    Write-Answer $results $null
    $code = 0
} catch {
    Write-Answer $results (ConvertTo-Failure $stage $index $_)
} finally {
    if ($null -ne $session) {
        Remove-PSSession -Session $session -ErrorAction SilentlyContinue
    }
}
exit $code
